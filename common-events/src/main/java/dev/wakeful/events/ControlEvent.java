package dev.wakeful.events;

/** What people tell the system. Key: what it is about. Heard on a thread of its own, so it never queues behind work. */
public sealed interface ControlEvent extends Event {

    /** A repository is watched from now on, or its settings changed; {@code by} said so. */
    @WireName("repository.added.v1")
    record RepositoryAdded(WatchedRepository repository, String by) implements ControlEvent {
        @Override
        public String key() {
            return repository.name().value();
        }
    }

    /** A repository is not watched any more; {@code by} said so. */
    @WireName("repository.removed.v1")
    record RepositoryRemoved(RepositoryName repository, String by) implements ControlEvent {
        @Override
        public String key() {
            return repository.value();
        }
    }
}
