package dev.wakeful.health.inbound;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.health.presence.RollCall;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears who lives. */
@Component
class HealthListener implements EventConsumer {

    private final RollCall rollCall;

    HealthListener(RollCall rollCall) {
        this.rollCall = rollCall;
    }

    @EventHandler
    void on(HealthEvent.Beat beat, Envelope envelope) {
        rollCall.hear(beat, envelope.time());
    }
}
