package dev.wakeful.cimanager.inbound;

import dev.wakeful.cimanager.delivery.KeptDeliveries;
import dev.wakeful.cimanager.proposal.EndedTasks;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which repositories are watched, and which tasks people have ended. */
@Component
class ControlListener implements EventConsumer {

    private final WatchedRepositories repositories;
    private final KeptDeliveries kept;
    private final EndedTasks ended;

    ControlListener(WatchedRepositories repositories, KeptDeliveries kept, EndedTasks ended) {
        this.repositories = repositories;
        this.kept = kept;
        this.ended = ended;
    }

    @EventHandler
    void on(ControlEvent.RepositoryAdded added, Envelope envelope) {
        repositories.put(added.repository());
        kept.handle(added.repository().name(), envelope.id());
    }

    @EventHandler
    void on(ControlEvent.RepositoryRemoved removed) {
        repositories.remove(removed.repository());
    }

    @EventHandler
    void on(ControlEvent.TaskStopRequested asked) {
        ended.add(asked);
    }
}
