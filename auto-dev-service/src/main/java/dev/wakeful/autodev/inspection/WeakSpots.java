package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.report.Mutation;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.tamper.MutationGuard;
import dev.wakeful.autodev.tamper.TamperGuard;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a head may be proven less than it looks (VER-3). None of it refuses the head; a person is told. */
@Component
class WeakSpots {

    private final Suspicions suspicions;
    private final MutationProbe probe;

    WeakSpots(Suspicions suspicions, MutationProbe probe) {
        this.suspicions = suspicions;
        this.probe = probe;
    }

    /** What the change itself shows, before anything is run. */
    void look(Claim claim, Workspace workspace, Pipeline pipeline, Revision head) {
        suspicions.keep(claim, head, TamperGuard.inspect(changes(claim, workspace, head), commands(claim, pipeline)));
    }

    /** What is seen when the touched lines of a head that is green all over are mutated. */
    void probe(Claim claim, Workspace workspace, Pipeline pipeline, Revision head) {
        List<FileChange> changes = changes(claim, workspace, head);
        Optional<Mutation> mutation = probe.of(new MutationRun.Subject(claim, workspace, pipeline, head), changes)
                .flatMap(result -> Optional.ofNullable(result.reading().mutation()))
                .filter(seen -> !seen.unnoticed().isEmpty());
        mutation.ifPresent(seen -> suspicions.keep(
                claim,
                head,
                Stream.concat(
                                TamperGuard.inspect(changes, commands(claim, pipeline)).stream(),
                                MutationGuard.inspect(changes, seen.unnoticed()).stream())
                        .toList()));
    }

    private static List<String> commands(Claim claim, Pipeline pipeline) {
        return Stream.concat(
                        Stream.of(claim.request().repository().check()),
                        pipeline.steps().stream().map(PipelineStep::run))
                .toList();
    }

    private static List<FileChange> changes(Claim claim, Workspace workspace, Revision head) {
        return workspace.revisions().changes(claim.request().revision(), head);
    }

    List<Suspicion> of(Claim claim, Revision head) {
        return suspicions.of(claim.id(), head);
    }
}
