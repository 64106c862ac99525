package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.gateway.wire.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Calls providers, and remembers how that went. */
@Component
public final class Providers implements AutoCloseable {

    private final Map<String, Provider> byName = new HashMap<>();
    private final GatewayProperties properties;
    private final HttpClient client;
    private final Clock clock;

    Providers(GatewayProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        properties
                .providers()
                .forEach((name, settings) -> settings.secret()
                        .ifPresent(key -> byName.put(
                                name,
                                new Provider(
                                        name,
                                        settings.baseUrl().toString().replaceAll("/+$", ""),
                                        key,
                                        new Availability(name, properties.breaker(), clock)))));
    }

    /** @throws CallRefused where it has no key, or its usage limit is reached */
    public Provider require(String name) {
        Provider provider = byName.get(name);
        if (provider == null) {
            throw new CallRefused(Refusal.notConfigured(name));
        }
        provider.availability().requireNotParked();
        return provider;
    }

    /** What a provider answered before the body. */
    public sealed interface Answer {

        /** Anything but a usage limit; the body is still to be read and closed. */
        record Begun(HttpResponse<InputStream> response) implements Answer {}

        /** It was not called, or refused the call before it did any work. */
        record NotMade(Refusal refusal) implements Answer {}

        /** It may have got the call, and nobody knows what became of it. */
        record Lost(Refusal refusal) implements Answer {}
    }

    /** @throws CallRefused while the provider is down; nothing was sent then */
    public Answer call(Provider provider, WireFormat format, String path, byte[] body, Map<String, String> headers) {
        Availability availability = provider.availability();
        availability.requireUp();
        try {
            HttpResponse<InputStream> response = client.send(
                    provider.request(format, path, body, headers, properties.answerTimeout()),
                    HttpResponse.BodyHandlers.ofInputStream());
            return response.statusCode() == 429 ? full(availability, response) : new Answer.Begun(response);
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            availability.down(e);
            return new Answer.NotMade(availability.outage());
        } catch (IOException e) {
            availability.down(e);
            return new Answer.Lost(availability.outage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            availability.unknown();
            return new Answer.Lost(availability.outage());
        }
    }

    private Answer full(Availability availability, HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(64 * 1024), StandardCharsets.UTF_8);
            return new Answer.NotMade(availability.park(
                    UsageLimit.resetAt(response.headers(), text, clock.instant(), properties.usageLimitWait())));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
