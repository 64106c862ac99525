package dev.wakeful.autodev.job;

import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.brief.Flags;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for orders to agents in what a swarm meets, also where no agent works, and keeps them with the swarm (DEV-5). */
@Component
class Lookout {

    private final Briefs briefs;
    private final Flags flags;

    Lookout(Briefs briefs, Flags flags) {
        this.briefs = briefs;
        this.flags = flags;
    }

    /** The failing revision was checked: CI's words, its log, and the repository's guides. */
    void checked(Claim claim, Workspace workspace) {
        keep(claim, briefs.flags(claim, workspace));
    }

    /** Strategies are about to be run: all that the agents among them are, or would be, told. */
    void fixing(Claim claim, Workspace workspace, Work work) {
        keep(claim, briefs.of(claim, workspace, work).flags());
    }

    private void keep(Claim claim, List<Suspicion> met) {
        if (!met.isEmpty()) {
            claim.commit(() -> flags.keep(claim.id(), met));
        }
    }
}
