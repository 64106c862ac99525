package dev.wakeful.commandcenter.inbound;

import dev.wakeful.commandcenter.emergency.StopWatch;
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
    private final StopWatch watch;

    Hearing(Projection projection, StopWatch watch) {
        this.projection = projection;
        this.watch = watch;
    }

    @EventHandler
    void on(Event event, Envelope envelope) {
        projection.take(event, envelope);
        watch.take(event);
    }
}
