package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Checks;
import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Proof;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Red on the base, green on the head with the same check, red on the base again (VER-2), and the head passes the repository's pipeline (VER-1). */
@Component
public class Proving {

    private final Checks checks;
    private final Inspection inspection;
    private final ProofProperties properties;

    Proving(Checks checks, Inspection inspection, ProofProperties properties) {
        this.properties = properties;
        this.checks = checks;
        this.inspection = inspection;
    }

    /**
     * The check on the failing revision. How changes will be verified is read here, before there is any.
     *
     * @throws dev.wakeful.autodev.swarm.CannotGoOn when that cannot be read
     */
    public Evidence base(Claim claim, Workspace workspace) {
        Evidence base =
                checks.check(claim, workspace, Role.BASE, claim.request().revision(), said -> said);
        if (base.verdict() == Verdict.RED) {
            pipeline(claim, workspace);
        }
        return base;
    }

    /** How changes are verified, as it was read before there was any. */
    public Pipeline pipeline(Claim claim, Workspace workspace) {
        return inspection.pipeline(claim, workspace);
    }

    /** Done again after a crash, nothing that was finished runs again. */
    public Proof head(Claim claim, Workspace workspace, Candidate candidate) {
        Revision head = candidate.head();
        if (!workspace.knows(head)) {
            return new Proof.Lost();
        }
        Evidence evidence = checks.check(claim, workspace, Role.HEAD, head, said -> said);
        if (evidence.verdict() != Verdict.GREEN) {
            return new Proof.Checked(candidate, evidence, 0, 0);
        }
        return doubt(claim, workspace, candidate).orElseGet(() -> inspected(claim, workspace, candidate, evidence));
    }

    /**
     * A check that turns green by itself proves nothing. It is looked at before the pipeline runs, which costs more, and after the head, so that
     * what the machine or the network did meanwhile shows.
     */
    private Optional<Proof> doubt(Claim claim, Workspace workspace, Candidate candidate) {
        int again = Optional.ofNullable(pipeline(claim, workspace).redAgain()).orElse(properties.redAgain());
        List<Evidence> runs = checks.base(claim, workspace, 1 + again);
        Evidence last = runs.getLast();
        return last.verdict() == Verdict.RED
                ? Optional.empty()
                : Optional.of(new Proof.Doubtful(candidate, last, runs.size() - 1));
    }

    private Proof inspected(Claim claim, Workspace workspace, Candidate candidate, Evidence evidence) {
        Revision head = candidate.head();
        return inspection
                .refusal(claim, workspace, head)
                .<Proof>map(why -> new Proof.Refused(candidate, why))
                .orElseGet(() -> new Proof.Checked(
                        candidate,
                        evidence,
                        inspection.suspicions(claim, head) + candidate.flags().size(),
                        workspace
                                .revisions()
                                .size(claim.request().revision(), head)
                                .lines()));
    }
}
