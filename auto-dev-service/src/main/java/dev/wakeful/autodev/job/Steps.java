package dev.wakeful.autodev.job;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.inspection.Proving;
import dev.wakeful.autodev.review.Reviews;
import dev.wakeful.autodev.search.CulpritSearch;
import dev.wakeful.autodev.strategy.Preferences;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Packed;
import dev.wakeful.autodev.swarm.Proof;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.autodev.swarm.Tried;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Bundle;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what a step asks for and tells which step is next. Done again after a crash, a step has the same outcome. */
@Component
class Steps {

    private final Proving proving;
    private final CulpritSearch search;
    private final Preferences preferences;
    private final Race race;
    private final Lookout lookout;
    private final Artefacts artefacts;
    private final Reviews reviews;

    Steps(
            Proving proving,
            CulpritSearch search,
            Preferences preferences,
            Race race,
            Lookout lookout,
            Artefacts artefacts,
            Reviews reviews) {
        this.proving = proving;
        this.search = search;
        this.preferences = preferences;
        this.race = race;
        this.lookout = lookout;
        this.artefacts = artefacts;
        this.reviews = reviews;
    }

    Step take(Step step, Claim claim, Workspace workspace) {
        return switch (step) {
            case Step.Reproduce reproduce -> reproduce.after(base(claim, workspace));
            case Step.Search searching ->
                searching.after(
                        search.search(claim, workspace),
                        claim.request(),
                        preferences.of(claim.request(), proving.pipeline(claim, workspace)));
            case Step.Fix fix -> fix.after(run(fix, claim, workspace));
            case Step.Verify verify ->
                verify.after(verify.candidates().stream()
                        .map(candidate -> proof(candidate, claim, workspace))
                        .toList());
            case Step.Pack pack -> pack.after(pack(pack.candidate(), claim, workspace));
            case Step.Completed completed -> completed;
            case Step.Failed failed -> failed;
            case Step.Stopped stopped -> stopped;
        };
    }

    private Evidence base(Claim claim, Workspace workspace) {
        Evidence base = proving.base(claim, workspace);
        lookout.checked(claim, workspace);
        return base;
    }

    private List<Tried> run(Step.Fix fix, Claim claim, Workspace workspace) {
        lookout.fixing(claim, workspace, fix.work());
        return race.run(fix, claim, workspace);
    }

    private Proof proof(Candidate candidate, Claim claim, Workspace workspace) {
        Proof proof = proving.head(claim, workspace, candidate);
        race.judged(claim, candidate, proof);
        return proof;
    }

    private Packed pack(Candidate candidate, Claim claim, Workspace workspace) {
        if (!workspace.knows(candidate.head())) {
            return new Packed.Lost();
        }
        Revision base = claim.request().revision();
        Bundle bundle = artefacts.keep(
                claim.id(),
                file -> workspace.bundle(file, "wakeful/" + claim.request().task(), base, candidate.head()));
        return new Packed.Ready(bundle, Diffs.between(workspace, base, candidate.head()), reviews.of(claim, candidate));
    }
}
