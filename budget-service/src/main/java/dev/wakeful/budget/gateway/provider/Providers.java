package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.springframework.stereotype.Component;

/** Calls providers, and remembers how that went. */
@Component
public final class Providers implements AutoCloseable {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_ERROR_BYTES = 64 * 1024;

    private final Map<String, Provider> byName = new TreeMap<>();
    private final GatewayProperties properties;
    private final ProviderConnections connections;
    private final Clock clock;
    private final Semaphore changes = new Semaphore(0);

    Providers(GatewayProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.connections = new ProviderConnections(properties.connectTimeout(), properties.answerTimeout());
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
        record Begun(Reply reply) implements Answer {}

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
        HttpUriRequestBase request = provider.request(call);
        running.endBy(request::cancel);
        try {
            Reply reply = connections.send(request);
            return reply.status() == 429 ? full(availability, reply) : new Answer.Begun(reply);
        } catch (IOException e) {
            if (running.ended().isPresent()) {
                availability.unknown();
                return new Answer.Ended();
            }
            return failed(availability, e);
        }
    }

    private static Answer failed(Availability availability, IOException failure) {
        availability.down(failure);
        boolean neverConnected = failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException;
        return neverConnected ? new Answer.NotMade(availability.refusal()) : new Answer.Lost(availability.refusal());
    }

    /** Finds out whether a provider that is down answers again, once its pause is over. */
    void probe(Provider provider) {
        Availability availability = provider.availability();
        if (availability.outage().isEmpty() || !availability.mayProbe()) {
            return;
        }
        try {
            Reply reply = connections.send(provider.probe(PROBE_TIMEOUT));
            reply.cut().run();
            if (reply.status() < 500) {
                availability.up();
            } else {
                availability.down(new IOException("HTTP " + reply.status()));
            }
        } catch (IOException e) {
            availability.down(e);
        }
    }

    private Answer full(Availability availability, Reply reply) throws IOException {
        try {
            String text = new String(reply.body().readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
            return new Answer.NotMade(availability.park(
                    UsageLimit.resetAt(reply.headers(), text, clock.instant(), properties.usageLimitWait())));
        } finally {
            reply.cut().run();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
