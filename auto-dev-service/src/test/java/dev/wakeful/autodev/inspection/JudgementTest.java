package dev.wakeful.autodev.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.pipeline.PipelineStep.Reports;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.report.Coverage;
import dev.wakeful.autodev.report.Problem;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.report.TestCounts;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** VER-4, VER-6 */
class JudgementTest {

    private static final Reports ALL = new Reports(List.of("j"), List.of("c"), List.of("s"));
    private static final TestCounts TESTS = new TestCounts(3, 0, 1, List.of());
    private static final Problem KNOWN = new Problem("R1", "a.c", 7, "bad");

    private static Ended ended(int exitCode) {
        return new Ended(exitCode, Instant.EPOCH, Duration.ofSeconds(1), "");
    }

    private static Optional<StepResult> base(Reading reading) {
        Evidence evidence = new Evidence(
                Role.BASE,
                Grade.OBSERVED,
                new Revision("b".repeat(40)),
                "make",
                Verdict.RED,
                1,
                Duration.ZERO,
                Instant.EPOCH,
                "",
                "tests",
                "");
        return Optional.of(new StepResult(evidence, reading, false));
    }

    private static Judgement all(Reading head, Reading base) {
        return Judgement.of(ALL, ended(0), head, true, base(base));
    }

    private static Reading reading(Coverage coverage, Problem... findings) {
        return new Reading(TESTS, coverage, List.of(findings), null);
    }

    @Test
    void allThatIsSeenIsInOneSentence() {
        Judgement good = all(reading(new Coverage(8, 10), KNOWN), reading(new Coverage(8, 10), KNOWN));

        assertThat(good.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(good.note())
                .isEqualTo("3 tests executed, 1 skipped, none failed; coverage 80.00 %, on the base 80.00 %; "
                        + "no new finding at error level, 1 in all");
    }

    @Test
    void oneThatIsNotGreenMakesTheWholeNotGreen() {
        assertThat(all(reading(new Coverage(7, 10)), reading(new Coverage(8, 10)))
                        .verdict())
                .isEqualTo(Verdict.RED);
        assertThat(all(reading(new Coverage(8, 10), KNOWN), reading(new Coverage(8, 10)))
                        .verdict())
                .isEqualTo(Verdict.RED);
        assertThat(all(reading(new Coverage(8, 10), KNOWN, KNOWN), reading(new Coverage(8, 10), KNOWN))
                        .verdict())
                .as("one more of the same")
                .isEqualTo(Verdict.RED);
    }

    @Test
    void whatWasNotReportedIsNotGreen() {
        Reading nothing = new Reading(null, null, null, null);

        assertThat(all(nothing, nothing).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(all(nothing, nothing).note()).contains("no report of tests", "of the coverage", "of findings");
        assertThat(Judgement.of(ALL, ended(0), Reading.broken("It is a link."), true, Optional.empty()))
                .isEqualTo(new Judgement(Verdict.BROKEN, "It is a link"));
    }

    @Test
    void withoutABaselineItIsSaidThatNothingWasCompared() {
        Judgement head = all(reading(new Coverage(8, 10)), Reading.NOTHING);

        assertThat(head.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(head.note()).contains("not compared since none was reported on the base");
        assertThat(all(reading(new Coverage(8, 10), KNOWN), Reading.NOTHING).verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void howItEndedCountsFirst() {
        assertThat(Judgement.of(Reports.NONE, ended(127), Reading.NOTHING, true, Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
        assertThat(Judgement.of(Reports.NONE, ended(Ended.CUT), Reading.NOTHING, true, Optional.empty())
                        .note())
                .contains("time limit");
        assertThat(Judgement.of(ALL, ended(2), reading(new Coverage(1, 1)), true, Optional.empty()))
                .isEqualTo(new Judgement(
                        Verdict.RED, "it ended with exit code 2; 3 tests executed, 1 skipped, none failed"));
        assertThat(Judgement.of(Reports.NONE, ended(0), Reading.NOTHING, true, Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.GREEN);
    }
}
