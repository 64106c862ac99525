package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.check.ZeroChecks;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.pipeline.PipelineStep.Reports;
import dev.wakeful.autodev.pipeline.StepName;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.report.ReportFiles;
import dev.wakeful.autodev.report.UnreadableReport;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Runs a step on an exact revision, in a tree made anew for it, and reads what it reports. A result is committed with the step's end and
 * never asked for again.
 */
@Component
class StepRuns {

    private final Commands commands;
    private final StepResults results;

    StepRuns(Commands commands, StepResults results) {
        this.commands = commands;
        this.results = results;
    }

    /** Which step, on which revision, and what for. */
    record Subject(PipelineStep step, Role role, Revision revision) {}

    /**
     * What the result has to bear comparison with.
     *
     * @param tests whether a step that reports tests has to execute one
     * @param base what the step said about the base
     */
    record Expected(boolean tests, Optional<StepResult> base) {

        static final Expected NOTHING = new Expected(false, Optional.empty());
    }

    StepResult of(Claim claim, Workspace workspace, Subject subject, Expected expected) {
        return results.find(claim.id(), subject.revision(), subject.step().name())
                .orElseGet(() -> run(claim, workspace, subject, expected));
    }

    private StepResult run(Claim claim, Workspace workspace, Subject subject, Expected expected) {
        PipelineStep step = subject.step();
        workspace.standAt(subject.revision());
        ReportFiles files = new ReportFiles(workspace.place().directory());
        Optional<String> checkedIn = checkedIn(files, step.reports());
        Commands.Run run = commands.run(
                claim, workspace, new Commands.Order(Kind.STEP, step.run(), subject.revision(), step.limit()));
        Reading reading = checkedIn.map(Reading::broken).orElseGet(() -> reading(files, step.reports()));
        Judgement judged = Judgement.of(step.reports(), run.ended(), reading, expected.tests(), expected.base());
        Judgement judgement =
                unlessChanged(workspace, subject, tests(step, reading) ? unlessNothingRan(claim, run, judged) : judged);
        StepResult result = new StepResult(evidence(subject, run.ended(), judgement), reading, false);
        commands.settle(claim, run, () -> {
            results.add(claim.id(), result);
            claim.progressed("verifying", wording(result.evidence()));
        });
        return result;
    }

    /** Why the reports will prove nothing: they are there before the step has run. */
    private static Optional<String> checkedIn(ReportFiles files, Reports reports) {
        try {
            return files.matching(all(reports)).stream()
                    .findFirst()
                    .map(path ->
                            "The report " + path + " is checked in; only what the step itself writes proves anything.");
        } catch (UnreadableReport e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> all(Reports reports) {
        return Stream.of(reports.junit(), reports.coverage(), reports.sarif())
                .flatMap(List::stream)
                .toList();
    }

    private static Reading reading(ReportFiles files, Reports reports) {
        return reports.isEmpty()
                ? Reading.NOTHING
                : Reading.of(files, new Reading.Wanted(reports.junit(), reports.coverage(), reports.sarif()));
    }

    /** Whether it is a step of tests of which no report tells that one was executed. */
    private static boolean tests(PipelineStep step, Reading reading) {
        return (step.name() == StepName.TESTS || step.name() == StepName.INTEGRATION)
                && (reading.tests() == null || reading.tests().executed() == 0);
    }

    /** Where no report counts the tests, the tool's own words do (VER-4). */
    private Judgement unlessNothingRan(Claim claim, Commands.Run run, Judgement judgement) {
        return judgement.verdict() != Verdict.GREEN
                ? judgement
                : ZeroChecks.in(commands.output(claim, run))
                        .map(why -> new Judgement(Verdict.BROKEN, why))
                        .orElse(judgement);
    }

    /** A step that changes what it judges proves nothing about it (VER-4). */
    private static Judgement unlessChanged(Workspace workspace, Subject subject, Judgement judgement) {
        if (subject.role() != Role.HEAD) {
            return judgement;
        }
        String differences = workspace.differences(subject.revision());
        return differences.isEmpty()
                ? judgement
                : new Judgement(
                        Verdict.BROKEN,
                        "it changed tracked files, so it proves nothing about the revision: "
                                + differences
                                        .lines()
                                        .limit(3)
                                        .reduce((one, two) -> one + ", " + two)
                                        .orElse(""));
    }

    private static Evidence evidence(Subject subject, Ended ended, Judgement judgement) {
        return new Evidence(
                subject.role(),
                subject.role() == Role.HEAD ? Grade.GATED : Grade.OBSERVED,
                subject.revision(),
                subject.step().run(),
                judgement.verdict(),
                ended.exitCode(),
                ended.duration(),
                ended.startedAt(),
                ended.tail(),
                subject.step().name().toString(),
                judgement.note());
    }

    static String wording(Evidence evidence) {
        return "The step " + evidence.step() + " is "
                + evidence.verdict().name().toLowerCase(java.util.Locale.ROOT) + " on "
                + evidence.revision().abbreviated() + ": " + evidence.note();
    }
}
