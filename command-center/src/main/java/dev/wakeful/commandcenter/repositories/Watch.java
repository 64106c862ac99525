package dev.wakeful.commandcenter.repositories;

import dev.wakeful.commandcenter.reading.WatchedRepositories;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.service.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says for people what is to be watched. The picture follows when the event comes round, as it does for every other service. */
@Component
public class Watch {

    /** There is one token, so there is one person. */
    private static final String BY = "operator";

    private final Outbox outbox;
    private final WatchedRepositories repositories;

    Watch(Outbox outbox, WatchedRepositories repositories) {
        this.outbox = outbox;
        this.repositories = repositories;
    }

    /**
     * Puts a repository under watch, or changes the settings of one that is.
     *
     * @throws RepositoryRefused when something in the request cannot be
     */
    @Transactional
    public WatchedRepository add(RepositoryRequest request) {
        WatchedRepository repository = request.checked();
        outbox.append(new ControlEvent.RepositoryAdded(repository, BY));
        return repository;
    }

    /** Takes a repository out of watch; false when it is not watched. */
    @Transactional
    public boolean remove(RepositoryName name) {
        if (repositories.find(name.value()).isEmpty()) {
            return false;
        }
        outbox.append(new ControlEvent.RepositoryRemoved(name, BY));
        return true;
    }
}
