package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.limit.Room;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how much may be at work. */
@Component
class ModeListener implements EventConsumer {

    private final Room room;

    ModeListener(Room room) {
        this.room = room;
    }

    @EventHandler
    void on(ModeEvent.Changed changed) {
        room.take(changed);
    }
}
