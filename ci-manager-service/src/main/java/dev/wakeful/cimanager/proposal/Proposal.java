package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.ChangeId;
import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A proven change on its way to a forge.
 *
 * @param epoch the epoch in which the work was accepted
 * @param traceparent the trace of the event that asked for it
 * @param attempts how often it was tried in vain
 */
record Proposal(
        ChangeId change,
        SwarmEvent.Completed completed,
        long epoch,
        LineageId lineage,
        EventId cause,
        @Nullable String traceparent,
        int attempts) {

    Provenance provenance() {
        return new Provenance(lineage, cause);
    }
}
