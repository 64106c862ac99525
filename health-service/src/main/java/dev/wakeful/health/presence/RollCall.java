package dev.wakeful.health.presence;

import dev.wakeful.events.HealthEvent;
import dev.wakeful.health.HealthProperties;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps account of who lives (HEAL-1). An instance that goes silent is told missing once, and once that it is back. While this service
 * itself was down nobody could be heard, so everybody has the full time again from its start.
 */
@Component
@Transactional
public class RollCall {

    private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);

    private final Presences presences;
    private final Outbox outbox;
    private final HealthProperties properties;
    private final Clock clock;
    private final Instant watchedSince;

    public RollCall(Presences presences, Outbox outbox, HealthProperties properties, Clock clock) {
        this.presences = presences;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
        this.watchedSince = clock.instant();
    }

    /** An instance said at the given time that it lives. */
    public void hear(HealthEvent.Beat beat, Instant saidAt) {
        Instant now = clock.instant();
        Sign sign = Sign.of(beat, saidAt, now);
        if (!presences.add(Presence.first(sign))) {
            presences
                    .lock(beat.instance())
                    .map(known -> known.heard(sign, now, properties.missingAfter()))
                    .ifPresent(this::record);
        }
    }

    /** Looks who has gone silent. */
    public void call() {
        Instant now = clock.instant();
        presences
                .lockSilent(now.minus(properties.missingAfter()))
                .forEach(silent -> record(silent.looked(watchedSince, now, properties.missingAfter())));
        presences.forgetMissing(now.minus(properties.forgetAfter()));
    }

    private void record(Presence.Outcome outcome) {
        presences.save(outcome.presence());
        outcome.said().ifPresent(event -> {
            LOG.info("Instance {} is {}", event.key(), outcome.presence().state());
            outbox.append(event);
        });
    }
}
