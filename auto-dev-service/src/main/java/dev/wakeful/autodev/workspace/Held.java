package dev.wakeful.autodev.workspace;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as it stands in the size ledger.
 *
 * @param live its swarm has not ended, or somebody still holds the swarm's lease
 * @param since when it was cut
 * @param until when it is to go, if it is kept
 */
record Held(
        SwarmId swarm,
        TaskId task,
        RepositoryName repository,
        WorkspaceState state,
        boolean live,
        Size size,
        long artefactBytes,
        Instant since,
        String reason,
        @Nullable Instant until,
        Provenance provenance) {

    boolean isOver(Instant now) {
        return state == WorkspaceState.KEPT && (until == null || !until.isAfter(now));
    }

    Held measured(Size now, long artefacts) {
        return new Held(swarm, task, repository, state, live, now, artefacts, since, reason, until, provenance);
    }

    Held at(WorkspaceState other, String because, @Nullable Instant keptUntil) {
        return new Held(
                swarm, task, repository, other, live, size, artefactBytes, since, because, keptUntil, provenance);
    }

    WorkspaceChanged said() {
        return new WorkspaceChanged(
                swarm, task, repository, state, size.bytes(), size.files(), artefactBytes, reason, until);
    }
}
