package dev.wakeful.health.presence;

import dev.wakeful.events.HealthEvent;
import java.time.Instant;

/**
 * A sign of life.
 *
 * @param at when it was given, by the word of the instance; never in the future
 */
record Sign(String service, String instance, Instant startedAt, Instant at) {

    /** An instance whose clock is ahead lives now; it must not seem alive for as long as its clock is wrong. */
    static Sign of(HealthEvent.Beat beat, Instant saidAt, Instant now) {
        return new Sign(beat.service(), beat.instance(), beat.startedAt(), saidAt.isAfter(now) ? now : saidAt);
    }
}
