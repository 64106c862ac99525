package dev.wakeful.commandcenter.inbound;

import dev.wakeful.commandcenter.projection.Projection;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears everything. */
@Component
class Hearing implements EventConsumer {

    private final Projection projection;

    Hearing(Projection projection) {
        this.projection = projection;
    }

    @EventHandler
    void on(Event event, Envelope envelope) {
        projection.take(event, envelope);
    }
}
