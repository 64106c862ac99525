package dev.wakeful.budget.inbound;

import dev.wakeful.budget.mode.ModeTable;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which mode's money counts (MODE-1 to MODE-4). */
@Component
class ModeListener implements EventConsumer {

    private final ModeTable modes;

    ModeListener(ModeTable modes) {
        this.modes = modes;
    }

    @EventHandler
    void on(ModeEvent.Changed changed, Envelope envelope) {
        modes.take(changed, envelope.time());
    }
}
