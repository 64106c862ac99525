package dev.wakeful.cimanager.inbound;

import dev.wakeful.cimanager.delivery.KeptDeliveries;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which repositories are watched. */
@Component
class ControlListener implements EventConsumer {

    private final WatchedRepositories repositories;
    private final KeptDeliveries kept;

    ControlListener(WatchedRepositories repositories, KeptDeliveries kept) {
        this.repositories = repositories;
        this.kept = kept;
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
}
