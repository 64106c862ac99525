package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.pipeline.Pipeline.Origin;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.pipeline.Pipelines;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Runs the repository's pipeline on a head and looks for what the change does to the checks. A step that is not green refuses the head; a
 * suspicion never does, it is for a person. What was only detected refuses nothing that is the same on the base.
 */
@Component
class Inspection {

    private final Pipelines pipelines;
    private final StepRuns runs;
    private final Measurement measurement;
    private final WeakSpots weakSpots;

    Inspection(Pipelines pipelines, StepRuns runs, Measurement measurement, WeakSpots weakSpots) {
        this.pipelines = pipelines;
        this.runs = runs;
        this.measurement = measurement;
        this.weakSpots = weakSpots;
    }

    Pipeline pipeline(Claim claim, Workspace workspace) {
        return pipelines.of(claim, workspace);
    }

    /** Why the head is not good enough, as a person would say it; nothing when it is. */
    Optional<String> refusal(Claim claim, Workspace workspace, Revision head) {
        Pipeline pipeline = pipelines.of(claim, workspace);
        weakSpots.look(claim, workspace, pipeline, head);
        Optional<String> refusal = pipeline.steps().stream()
                .flatMap(step -> refusal(claim, workspace, head, step, pipeline.origin()).stream())
                .findFirst();
        if (refusal.isEmpty()) {
            weakSpots.probe(claim, workspace, pipeline, head);
        }
        return refusal;
    }

    /** In how many places the head may weaken the checks, once it was looked at. */
    int suspicions(Claim claim, Revision head) {
        return weakSpots.of(claim, head).size();
    }

    private Optional<String> refusal(
            Claim claim, Workspace workspace, Revision head, PipelineStep step, Origin origin) {
        StepResult result = step.measuring() == null
                ? ordinary(claim, workspace, head, step, origin)
                : measurement.of(claim, workspace, step, head);
        if (result.evidence().verdict() == Verdict.GREEN || result.inconclusive()) {
            return Optional.empty();
        }
        return origin == Origin.DETECTED && isTheSameOnTheBase(claim, workspace, step)
                ? Optional.empty()
                : Optional.of(result.refusal());
    }

    private StepResult ordinary(Claim claim, Workspace workspace, Revision head, PipelineStep step, Origin origin) {
        StepRuns.Expected expected = new StepRuns.Expected(
                origin == Origin.CONFIGURED,
                step.reports().compare() ? Optional.of(onBase(claim, workspace, step)) : Optional.empty());
        return runs.of(claim, workspace, new StepRuns.Subject(step, Role.HEAD, head), expected);
    }

    private StepResult onBase(Claim claim, Workspace workspace, PipelineStep step) {
        return runs.of(
                claim,
                workspace,
                new StepRuns.Subject(step, Role.BASE, claim.request().revision()),
                StepRuns.Expected.NOTHING);
    }

    private boolean isTheSameOnTheBase(Claim claim, Workspace workspace, PipelineStep step) {
        return onBase(claim, workspace, step).evidence().verdict() != Verdict.GREEN;
    }
}
