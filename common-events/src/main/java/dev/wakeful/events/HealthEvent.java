package dev.wakeful.events;

import java.time.Instant;

/** Signs of life. Key: the instance of a service. */
public sealed interface HealthEvent extends Event {

    String instance();

    @Override
    default String key() {
        return instance();
    }

    /** An instance says it lives: it could commit to its database and reach the broker. */
    @WireName("health.beat.v1")
    record Beat(String service, String instance, Instant startedAt) implements HealthEvent {}

    /** No beat for two minutes (HEAL-1). */
    @WireName("health.missing.v1")
    record Missing(String service, String instance, Instant lastBeat) implements HealthEvent {}

    /** An instance that was missing beats again. */
    @WireName("health.recovered.v1")
    record Recovered(String service, String instance) implements HealthEvent {}
}
