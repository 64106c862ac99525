package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Calls providers, and remembers how that went. */
@Component
public final class Providers implements AutoCloseable {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Provider> byName = new TreeMap<>();
    private final GatewayProperties properties;
    private final HttpClient client;
    private final Clock clock;
    private final Semaphore changes = new Semaphore(0);

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
                .forEach((name, settings) ->
                        settings.secret().ifPresent(key -> byName.put(name, provider(name, settings, key))));
    }

    private Provider provider(String name, ProviderSettings settings, String key) {
        return new Provider(
                name,
                settings.baseUrl().toString().replaceAll("/+$", ""),
                key,
                settings.subscription(),
                new Availability(name, properties.breaker(), clock, changes::release));
    }

    /** Those with a key, by name. */
    Collection<Provider> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** One permit for each time a provider was lost or came back. */
    Semaphore changes() {
        return changes;
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

        /** The call was ended from outside before anything was answered; the provider may have got it. */
        record Ended() implements Answer {}
    }

    /**
     * Sends the call, unless it was ended already.
     *
     * @throws CallRefused while the provider is down; nothing was sent then
     */
    public Answer call(Provider provider, Outgoing call, RunningCall running) {
        Availability availability = provider.availability();
        availability.requireUp();
        CompletableFuture<HttpResponse<InputStream>> sent = client.sendAsync(
                provider.request(call, properties.answerTimeout()), HttpResponse.BodyHandlers.ofInputStream());
        running.endBy(() -> sent.cancel(true));
        try {
            HttpResponse<InputStream> response = sent.get();
            return response.statusCode() == 429 ? full(availability, response) : new Answer.Begun(response);
        } catch (CancellationException e) {
            availability.unknown();
            return new Answer.Ended();
        } catch (ExecutionException e) {
            return failed(availability, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            return failed(availability, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            availability.unknown();
            return new Answer.Lost(availability.refusal());
        }
    }

    private static Answer failed(Availability availability, Throwable failure) {
        availability.down(failure);
        boolean neverConnected = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException;
        return neverConnected ? new Answer.NotMade(availability.refusal()) : new Answer.Lost(availability.refusal());
    }

    /** Finds out whether a provider that is down answers again, once its pause is over. */
    void probe(Provider provider) throws InterruptedException {
        Availability availability = provider.availability();
        if (availability.outage().isEmpty() || !availability.mayProbe()) {
            return;
        }
        try {
            int status = client.send(provider.probe(PROBE_TIMEOUT), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 500) {
                availability.up();
            } else {
                availability.down(new IOException("HTTP " + status));
            }
        } catch (IOException e) {
            availability.down(e);
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
