package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.ChangeId;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.effect.EpochFence;
import dev.wakeful.service.schedule.Jobs;
import dev.wakeful.service.stop.SafeMode;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Accepts proven changes: written down with the epoch of their work, and worked on as soon as that is committed. Once a swarm. A change
 * is of the epoch in which its swarm was begun: a stop since then refuses it, also when it is heard of only after the resume (STOP-3). Where
 * that is not told, what comes while the system is stopped was begun before.
 */
@Component
public class Intake {

    private final Proposals proposals;
    private final SafeMode safeMode;
    private final EpochFence fence;
    private final Jobs jobs;
    private final Clock clock;

    Intake(Proposals proposals, SafeMode safeMode, EpochFence fence, Jobs jobs, Clock clock) {
        this.proposals = proposals;
        this.safeMode = safeMode;
        this.fence = fence;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Inside the transaction and provenance of the event that told of it. */
    public void accept(SwarmEvent.Completed completed) {
        Instant now = clock.instant();
        if (proposals.add(ChangeId.make(now), completed, epochOfWork(completed), Provenance.current(now))) {
            jobs.runNow(ProposalJob.DESCRIPTOR, completed.swarm().value(), new ProposalJob.Data(completed.swarm()));
        }
    }

    private long epochOfWork(SwarmEvent.Completed completed) {
        Long told = completed.epoch();
        if (told != null) {
            return told;
        }
        return safeMode.isStopped() ? safeMode.epoch() - 1 : Math.max(safeMode.epoch(), fence.current());
    }
}
