package dev.wakeful.autodev;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.util.List;

/** The other services, as far as auto-dev can tell: they ask, pay, and hear what comes of it. */
final class Outside implements AutoCloseable {

    final EventProbe probe = new EventProbe(Stream.SWARM);
    final EventSender sender = new EventSender();

    /** Asks and pays. */
    void order(SwarmRequested request) {
        sender.send(request);
        sender.send(Requests.reserved(request));
    }

    SwarmEvent.Completed completed(SwarmRequested request) {
        return probe.await(SwarmEvent.Completed.class, end -> end.swarm().equals(request.swarm()));
    }

    SwarmEvent.Failed failed(SwarmRequested request) {
        return probe.await(SwarmEvent.Failed.class, end -> end.swarm().equals(request.swarm()));
    }

    <E extends SwarmEvent> List<E> heard(Class<E> type, SwarmRequested request) {
        return probe.heard(type).stream()
                .filter(event -> event.swarm().equals(request.swarm()))
                .toList();
    }

    @Override
    public void close() {
        sender.close();
        probe.close();
    }
}
