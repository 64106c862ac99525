package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.inspection.MutationRun.Effort;
import dev.wakeful.autodev.inspection.MutationRun.Subject;
import dev.wakeful.autodev.mutation.MutationProperties;
import dev.wakeful.autodev.mutation.Pit;
import dev.wakeful.autodev.mutation.Probed;
import dev.wakeful.autodev.mutation.Survey;
import dev.wakeful.autodev.mutation.Targets;
import dev.wakeful.autodev.pipeline.StepName;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Mutates the main classes that a head touches, with PIT, where the head is of a Maven repository, and sees whether a test notices (VER-3). It
 * never refuses a head: what it cannot see is inconclusive. Its result is kept as a step and never asked for again.
 */
@Component
class MutationProbe {

    /** Is left of the swarm's time for what follows. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final int POM_BYTES = 1 << 20;
    private static final int LONGEST_COMMAND = 2_000;

    private final Commands commands;
    private final StepResults results;
    private final Pit pit;
    private final MutationProperties properties;

    MutationProbe(Commands commands, StepResults results, Pit pit, MutationProperties properties) {
        this.commands = commands;
        this.results = results;
        this.pit = pit;
        this.properties = properties;
    }

    /** Nothing where it is switched off, or no line of a Maven module's main sources is touched. */
    Optional<StepResult> of(Subject subject, List<FileChange> changes) {
        if (!properties.enabled() || !subject.pipeline().mutation()) {
            return Optional.empty();
        }
        return results.find(subject.claim().id(), subject.head(), StepName.MUTATION)
                .or(() -> {
                    Targets targets = Targets.of(changes, properties.classes(), module -> isMaven(subject, module));
                    return targets.isEmpty() ? Optional.empty() : Optional.of(run(subject, targets));
                });
    }

    private static boolean isMaven(Subject subject, String module) {
        return subject.workspace()
                .revisions()
                .text(subject.head(), module + "pom.xml", POM_BYTES)
                .isPresent();
    }

    private StepResult run(Subject subject, Targets targets) {
        Claim claim = subject.claim();
        Instant startedAt = claim.now();
        Duration limit = claim.left(properties.timeLimit().plus(REST)).minus(REST);
        MutationRun run = new MutationRun(commands, pit, subject, limit);
        List<Probed> probed = new ArrayList<>();
        targets.byModule().forEach((module, sources) -> probed.add(run.module(module, sources)));
        Survey survey = Survey.of(targets, probed);
        Evidence evidence = evidence(subject, command(targets), survey, startedAt, run.effort());
        StepResult result = new StepResult(evidence, Reading.of(survey.mutation()), survey.isInconclusive());
        claim.commit(() -> {
            results.add(claim.id(), result);
            claim.progressed("verifying", StepRuns.wording(evidence));
        });
        return result;
    }

    private String command(Targets targets) {
        String classes = targets.sources().stream().map(Targets.Source::name).collect(Collectors.joining(", "));
        String command = "PIT " + pit.version() + " on " + classes;
        return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "…";
    }

    private static Evidence evidence(Subject subject, String command, Survey survey, Instant startedAt, Effort effort) {
        return new Evidence(
                Role.HEAD,
                Grade.GATED,
                subject.head(),
                command,
                survey.verdict(),
                effort.exitCode(),
                effort.spent(),
                startedAt,
                effort.tail(),
                StepName.MUTATION.toString(),
                survey.note());
    }
}
