package dev.wakeful.events;

import org.jspecify.annotations.Nullable;

/** What happened to a change on its forge. Key: the task, so that a change's story stays in order. */
public sealed interface ChangeEvent extends Event {

    TaskId task();

    @Override
    default String key() {
        return task().value();
    }

    /** A draft pull request is open with the proven head (CHG-1). */
    @WireName("change.proposed.v1")
    record Proposed(
            ChangeId change,
            TaskId task,
            SwarmId swarm,
            RepositoryName repository,
            String pullRequest,
            String branch,
            String base,
            Revision head,
            boolean draft,
            String url,
            String title)
            implements ChangeEvent {}

    /** The change could not be offered; nothing was left half-done on the forge. */
    @WireName("change.refused.v1")
    record Refused(
            TaskId task,
            SwarmId swarm,
            RepositoryName repository,
            @Nullable Revision head,
            String reason) implements ChangeEvent {}
}
