package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.mutation.MutationProperties;
import dev.wakeful.autodev.mutation.Pit;
import dev.wakeful.autodev.mutation.PitCommand;
import dev.wakeful.autodev.mutation.Probed;
import dev.wakeful.autodev.mutation.Survey;
import dev.wakeful.autodev.mutation.Targets;
import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.pipeline.StepName;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.report.MutationReport;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.report.ReportFiles;
import dev.wakeful.autodev.report.TestRun;
import dev.wakeful.autodev.report.UnreadableReport;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Revision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Mutates the main classes that a head touches, with PIT, where the head is of a Maven repository, and sees whether a test notices (VER-3). What
 * it needs is in the tree after the pipeline, or made there once more by the step of the tests, else by the check. It never refuses a head: what
 * it cannot see is inconclusive. Its result is kept as a step and never asked for again.
 */
@Component
class MutationProbe {

    /** Is left of the swarm's time for what follows. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Probed NO_TIME = new Probed.Inconclusive("no time was left for it");
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

    /** What is probed. */
    record Subject(Pipeline pipeline, Revision head, List<FileChange> changes) {}

    /** Nothing where it is switched off, or no line of a Maven module's main sources is touched. */
    Optional<StepResult> of(Claim claim, Workspace workspace, Subject subject) {
        if (!properties.enabled() || !subject.pipeline().mutation()) {
            return Optional.empty();
        }
        return results.find(claim.id(), subject.head(), StepName.MUTATION).or(() -> {
            Targets targets = Targets.of(
                    subject.changes(),
                    properties.classes(),
                    module -> workspace
                            .revisions()
                            .text(subject.head(), module + "pom.xml", POM_BYTES)
                            .isPresent());
            return targets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Probe(claim, workspace, subject, targets).run());
        });
    }

    private final class Probe {

        private final Claim claim;
        private final Workspace workspace;
        private final Subject subject;
        private final Targets targets;
        private final ReportFiles files;
        private final Instant startedAt;
        private final Duration limit;
        private Duration spent = Duration.ZERO;
        private String tail = "";
        private int exitCode;
        private boolean built;

        Probe(Claim claim, Workspace workspace, Subject subject, Targets targets) {
            this.claim = claim;
            this.workspace = workspace;
            this.subject = subject;
            this.targets = targets;
            this.files = new ReportFiles(workspace.place().directory());
            this.startedAt = claim.now();
            this.limit = claim.left(properties.timeLimit().plus(REST)).minus(REST);
        }

        StepResult run() {
            List<Probed> probed = new ArrayList<>();
            targets.byModule().forEach((module, sources) -> probed.add(module(module, sources)));
            return kept(Survey.of(targets, probed));
        }

        private Probed module(String module, List<Targets.Source> sources) {
            if (!hasTime()) {
                return NO_TIME;
            }
            try {
                Optional<TestRun> tests = standing(module).or(() -> builtAnew(module));
                if (tests.isEmpty()) {
                    return new Probed.Inconclusive("the class path of its tests is not known, for there is no report of"
                            + " Surefire in " + module + "target");
                }
                Path tree = workspace.place().directory();
                return switch (new PitCommand(tree, module, sources, tests.get(), pit.jars()).line()) {
                    case PitCommand.Line.Impossible impossible -> new Probed.Inconclusive(impossible.why());
                    case PitCommand.Line.Ready ready -> mutated(module, ready.text());
                };
            } catch (UnreadableReport e) {
                return new Probed.Inconclusive(String.valueOf(e.getMessage()));
            }
        }

        /** What the last step has left counts if that was on the very head. */
        private Optional<TestRun> standing(String module) {
            return workspace.differences(subject.head()).isEmpty() ? TestRun.of(files, module) : Optional.empty();
        }

        private Optional<TestRun> builtAnew(String module) {
            if (built) {
                return Optional.empty();
            }
            built = true;
            workspace.standAt(subject.head());
            Ended ended = ran(subject.pipeline().steps().stream()
                    .filter(step -> step.name() == StepName.TESTS)
                    .map(PipelineStep::run)
                    .findFirst()
                    .orElseGet(() -> claim.request().repository().check()));
            return ended.exitCode() == 0 ? standing(module) : Optional.empty();
        }

        private Probed mutated(String module, String line) {
            return hasTime()
                    ? Probed.of(
                            ran(line),
                            () -> MutationReport.read(files, module + PitCommand.REPORT, module + "src/main/java/"))
                    : NO_TIME;
        }

        private boolean hasTime() {
            return limit.compareTo(spent) > 0;
        }

        private Ended ran(String line) {
            Commands.Run run = commands.run(
                    claim,
                    workspace,
                    new Commands.Order(Kind.STEP, line, subject.head(), limit.minus(spent), List.of(pit.directory())));
            commands.settle(claim, run, () -> {});
            spent = spent.plus(run.ended().duration());
            tail = run.ended().tail();
            exitCode = run.ended().exitCode();
            return run.ended();
        }

        private StepResult kept(Survey survey) {
            String classes =
                    targets.sources().stream().map(Targets.Source::name).collect(Collectors.joining(", "));
            String command = "PIT " + pit.version() + " on " + classes;
            Evidence evidence = new Evidence(
                    Role.HEAD,
                    Grade.GATED,
                    subject.head(),
                    command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "…",
                    survey.verdict(),
                    exitCode,
                    spent,
                    startedAt,
                    tail,
                    StepName.MUTATION.toString(),
                    survey.note());
            StepResult result = new StepResult(evidence, Reading.of(survey.mutation()), survey.isInconclusive());
            claim.commit(() -> {
                results.add(claim.id(), result);
                claim.progressed("verifying", StepRuns.wording(evidence));
            });
            return result;
        }
    }
}
