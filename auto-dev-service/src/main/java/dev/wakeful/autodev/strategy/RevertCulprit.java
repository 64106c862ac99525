package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Diagnosis;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Names;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the commit back that brought the failure; of a merge, all that it merged. */
@Component
class RevertCulprit implements Strategy {

    private static final int MOST_NAMED = 20;

    @Override
    public StrategyName name() {
        return StrategyName.REVERT_CULPRIT;
    }

    @Override
    public Attempted attempt(Claim claim, Workspace workspace, Work work) {
        Diagnosis diagnosis = Objects.requireNonNull(work.diagnosis(), "a revert needs a culprit");
        Revision base = claim.request().revision();
        Revision culprit = diagnosis.culprit().revision();
        workspace.standAt(base);
        List<String> conflicts = workspace.revert(culprit);
        if (!conflicts.isEmpty()) {
            return new Attempted.Nothing(
                    Result.CONFLICT,
                    "the culprit " + culprit.abbreviated() + " \""
                            + diagnosis.culprit().subject()
                            + "\" cannot be taken back, later commits changed the same lines of "
                            + Names.of(conflicts, MOST_NAMED) + ".");
        }
        Optional<Revision> head = workspace.commitReverted(base, message(claim, diagnosis));
        return head.<Attempted>map(made -> new Attempted.Made(new Candidate(name(), made, title(diagnosis))))
                .orElseGet(() -> new Attempted.Nothing(
                        Result.NOT_APPLICABLE,
                        "the culprit " + culprit.abbreviated() + " is taken back already in " + base.abbreviated()
                                + "."));
    }

    private static String title(Diagnosis diagnosis) {
        return "Revert \"" + diagnosis.culprit().subject() + "\"";
    }

    private static String message(Claim claim, Diagnosis diagnosis) {
        return """
                %s

                This takes back %s.

                The check '%s'
                is red on %s
                and green on %s, just before that commit.

                Task-Id: %s
                Lineage: %s
                """.formatted(
                        title(diagnosis),
                        diagnosis.culprit().revision(),
                        claim.request().repository().check(),
                        claim.request().revision(),
                        diagnosis.green(),
                        claim.request().task(),
                        claim.swarm().provenance().lineage());
    }
}
