package dev.wakeful.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs of life. Key: the instance of a service. */
public sealed interface HealthEvent extends Event {

    String instance();

    @Override
    default String key() {
        return instance();
    }

    /**
     * An instance says it lives: it could commit to its database and reach the broker.
     *
     * @param sandbox in which it runs commands of others: {@code bubblewrap}, {@code container} or {@code none}, which is no fence at all
     *     (DEV-4); absent: it runs none
     */
    @WireName("health.beat.v1")
    record Beat(
            String service,
            String instance,
            Instant startedAt,
            @Nullable String sandbox) implements HealthEvent {

        /** Of an instance that runs no commands of others. */
        public Beat(String service, String instance, Instant startedAt) {
            this(service, instance, startedAt, null);
        }
    }

    /**
     * An instance is quiet after an emergency stop (STOP-4): nothing of it runs, and nothing leaves it any more.
     *
     * @param toldAt when it learnt of the stop
     * @param quietAt when its last process was gone
     * @param processes how many it ended
     * @param lastEffectAt when its last effect left, where one left after the stop was asked for
     */
    @WireName("health.quieted.v1")
    record Quieted(
            String service,
            String instance,
            long epoch,
            Instant toldAt,
            Instant quietAt,
            int processes,
            @Nullable Instant lastEffectAt)
            implements HealthEvent {}

    /** No beat for two minutes (HEAL-1). */
    @WireName("health.missing.v1")
    record Missing(String service, String instance, Instant lastBeat) implements HealthEvent {}

    /** An instance that was missing beats again. */
    @WireName("health.recovered.v1")
    record Recovered(String service, String instance) implements HealthEvent {}

    /**
     * A service wrote down all it knows, as it was asked to (STATE-2).
     *
     * @param checkpoint as it was asked for
     * @param at of this moment it tells
     * @param sha256 of the written bytes, in hexadecimal digits
     * @param file where it is on the instance's machine; absent: only in the service's database
     */
    @WireName("health.checkpointed.v1")
    record Checkpointed(
            String service,
            String instance,
            String checkpoint,
            Instant at,
            String sha256,
            long bytes,
            long rows,
            @Nullable String file)
            implements HealthEvent {}
}
