package dev.wakeful.health.presence;

import dev.wakeful.events.HealthEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one instance. Pure: what was heard and when decides what it is now.
 *
 * @param lastBeat when it last said that it lives, by its own word; never moves back
 */
record Presence(String service, String instance, Instant startedAt, Instant lastBeat, State state) {

    enum State {
        UP,
        MISSING
    }

    /** What it is now, and what there is to say about it. */
    record Outcome(Presence presence, Optional<HealthEvent> said) {}

    /** An instance heard of for the first time. */
    static Presence first(Sign sign) {
        return new Presence(sign.service(), sign.instance(), sign.startedAt(), sign.at(), State.UP);
    }

    /** A sign of life. One that comes late moves nothing back, and does not bring back who has been silent since. */
    Outcome heard(Sign sign, Instant now, Duration missingAfter) {
        if (!sign.at().isAfter(lastBeat)) {
            return new Outcome(this, Optional.empty());
        }
        boolean back = state == State.MISSING && now.isBefore(sign.at().plus(missingAfter));
        Presence next = new Presence(service, instance, sign.startedAt(), sign.at(), back ? State.UP : state);
        return new Outcome(next, back ? Optional.of(new HealthEvent.Recovered(service, instance)) : Optional.empty());
    }

    /**
     * A look at the clock: whoever was silent for too long is missing, which is said once.
     *
     * @param watchedSince silence before that is nobody's fault but the watcher's
     */
    Outcome looked(Instant watchedSince, Instant now, Duration missingAfter) {
        Instant silentSince = lastBeat.isAfter(watchedSince) ? lastBeat : watchedSince;
        if (state == State.MISSING || now.isBefore(silentSince.plus(missingAfter))) {
            return new Outcome(this, Optional.empty());
        }
        return new Outcome(
                new Presence(service, instance, startedAt, lastBeat, State.MISSING),
                Optional.of(new HealthEvent.Missing(service, instance, lastBeat)));
    }
}
