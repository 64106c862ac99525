package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.wire.WireFormat;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/**
 * A provider that can be called.
 *
 * @param name in the settings
 * @param baseUrl without a slash at its end
 * @param key its real key, which leaves this process in one header to this provider only
 * @param availability whether it takes calls
 */
public record Provider(String name, String baseUrl, String key, Availability availability) {

    HttpRequest request(
            WireFormat format, String path, byte[] body, Map<String, String> headers, Duration answerTimeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(answerTimeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.setHeader("Content-Type", "application/json")
                .setHeader(format.keyHeader(), format.keyValue(key))
                .build();
    }

    /** Without the key, for it must not reach a log. */
    @Override
    public String toString() {
        return "Provider[" + name + " at " + baseUrl + "]";
    }
}
