package dev.wakeful.budget.gateway.provider;

import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * A provider that can be called.
 *
 * @param name in the settings
 * @param baseUrl without a slash at its end
 * @param key its real key, which leaves this process in one header to this provider only
 * @param subscription whether a subscription pays for its calls
 * @param availability whether it takes calls
 */
public record Provider(String name, String baseUrl, String key, boolean subscription, Availability availability) {

    HttpUriRequestBase request(Outgoing call) {
        HttpPost request = new HttpPost(URI.create(baseUrl + call.path()));
        call.headers().forEach(request::setHeader);
        request.setHeader(call.format().keyHeader(), call.format().keyValue(key));
        request.setEntity(new ByteArrayEntity(call.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    /** Asks for nothing, without a key: any answer but a failure shows that somebody is there. */
    HttpUriRequestBase probe(Duration timeout) {
        HttpGet request = new HttpGet(URI.create(baseUrl + "/"));
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setProtocolUpgradeEnabled(false)
                .build());
        return request;
    }

    /** Without the key, for it must not reach a log. */
    @Override
    public String toString() {
        return "Provider[" + name + " at " + baseUrl + "]";
    }
}
