package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.mutation.Pit;
import dev.wakeful.autodev.mutation.PitCommand;
import dev.wakeful.autodev.mutation.Probed;
import dev.wakeful.autodev.mutation.Targets;
import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.pipeline.StepName;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.report.MutationReport;
import dev.wakeful.autodev.report.ReportFiles;
import dev.wakeful.autodev.report.TestRun;
import dev.wakeful.autodev.report.UnreadableReport;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs PIT on one module after the other, within one limit for all. What it needs is in the tree after the pipeline, or made there once more
 * by the step of the tests, else by the check.
 */
final class MutationRun {

    private static final Probed NO_TIME = new Probed.Inconclusive("no time was left for it");

    private final Commands commands;
    private final Pit pit;
    private final Subject subject;
    private final Duration limit;
    private final ReportFiles files;
    private Effort effort = new Effort(Duration.ZERO, 0, "");
    private boolean built;

    MutationRun(Commands commands, Pit pit, Subject subject, Duration limit) {
        this.commands = commands;
        this.pit = pit;
        this.subject = subject;
        this.limit = limit;
        this.files = new ReportFiles(subject.workspace().place().directory());
    }

    /** What is probed, and for whom. */
    record Subject(Claim claim, Workspace workspace, Pipeline pipeline, Revision head) {}

    /** How long all its commands took, and how the last one ended. */
    record Effort(Duration spent, int exitCode, String tail) {

        private Effort and(Ended ended) {
            return new Effort(spent.plus(ended.duration()), ended.exitCode(), ended.tail());
        }
    }

    Effort effort() {
        return effort;
    }

    Probed module(String module, List<Targets.Source> sources) {
        if (!hasTime()) {
            return NO_TIME;
        }
        try {
            Optional<TestRun> tests = standing(module).or(() -> builtAnew(module));
            if (tests.isEmpty()) {
                return new Probed.Inconclusive("the class path of its tests is not known, for there is no report of"
                        + " Surefire in " + module + "target");
            }
            Path tree = subject.workspace().place().directory();
            return switch (new PitCommand(tree, module, sources, tests.get(), pit.jars()).line()) {
                case PitCommand.Line.Impossible impossible -> new Probed.Inconclusive(impossible.why());
                case PitCommand.Line.Ready ready -> mutated(module, ready.text());
            };
        } catch (UnreadableReport e) {
            return new Probed.Inconclusive(String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
    }

    /** What the last step has left counts if that was on the very head. */
    private Optional<TestRun> standing(String module) {
        return subject.workspace().differences(subject.head()).isEmpty() ? TestRun.of(files, module) : Optional.empty();
    }

    private Optional<TestRun> builtAnew(String module) {
        if (built) {
            return Optional.empty();
        }
        built = true;
        subject.workspace().standAt(subject.head());
        Ended ended = ran(subject.pipeline().steps().stream()
                .filter(step -> step.name() == StepName.TESTS)
                .map(PipelineStep::run)
                .findFirst()
                .orElseGet(() -> subject.claim().request().repository().check()));
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
        return limit.compareTo(effort.spent()) > 0;
    }

    private Ended ran(String line) {
        Commands.Order order = new Commands.Order(
                Kind.STEP, line, subject.head(), limit.minus(effort.spent()), List.of(pit.directory()));
        Commands.Run run = commands.run(subject.claim(), subject.workspace(), order);
        commands.settle(subject.claim(), run, () -> {});
        effort = effort.and(run.ended());
        return run.ended();
    }
}
