package dev.wakeful.budget.gateway.provider;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

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

    HttpRequest request(Outgoing call, Duration answerTimeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + call.path()))
                .timeout(answerTimeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.setHeader("Content-Type", "application/json")
                .setHeader(call.format().keyHeader(), call.format().keyValue(key))
                .build();
    }

    /** Asks for nothing, without a key: any answer but a failure shows that somebody is there. */
    HttpRequest probe(Duration timeout) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/"))
                .timeout(timeout)
                .GET()
                .build();
    }

    /** Without the key, for it must not reach a log. */
    @Override
    public String toString() {
        return "Provider[" + name + " at " + baseUrl + "]";
    }
}
