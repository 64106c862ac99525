package dev.wakeful.planner.inbound;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.planner.backlog.Resuming;
import dev.wakeful.planner.mode.ModeReview;
import dev.wakeful.planner.repository.Repositories;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which repositories are watched. */
@Component
class ControlListener implements EventConsumer {

    private final Repositories repositories;
    private final Resuming resuming;
    private final ModeReview modes;

    ControlListener(Repositories repositories, Resuming resuming, ModeReview modes) {
        this.repositories = repositories;
        this.resuming = resuming;
        this.modes = modes;
    }

    @EventHandler
    void on(ControlEvent.RepositoryAdded added) {
        RepositoryName name = added.repository().name();
        repositories.lock(name);
        repositories.add(added.repository());
        resuming.repositoryAdded(name);
        modes.afterCommit();
    }

    @EventHandler
    void on(ControlEvent.RepositoryRemoved removed) {
        repositories.lock(removed.repository());
        repositories.remove(removed.repository());
        resuming.repositoryRemoved(removed.repository());
        modes.afterCommit();
    }
}
