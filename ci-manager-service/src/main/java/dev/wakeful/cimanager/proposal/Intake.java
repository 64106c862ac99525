package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.ChangeId;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.effect.EpochFence;
import dev.wakeful.service.schedule.Jobs;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Accepts proven changes: written down with the epoch of now, and worked on as soon as that is committed. Once a swarm. */
@Component
public class Intake {

    private final Proposals proposals;
    private final EpochFence fence;
    private final Jobs jobs;
    private final Clock clock;

    Intake(Proposals proposals, EpochFence fence, Jobs jobs, Clock clock) {
        this.proposals = proposals;
        this.fence = fence;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Inside the transaction and provenance of the event that told of it. */
    public void accept(SwarmEvent.Completed completed) {
        Instant now = clock.instant();
        if (proposals.add(ChangeId.make(now), completed, fence.current(), Provenance.current(now))) {
            jobs.runNow(ProposalJob.DESCRIPTOR, completed.swarm().value(), new ProposalJob.Data(completed.swarm()));
        }
    }
}
