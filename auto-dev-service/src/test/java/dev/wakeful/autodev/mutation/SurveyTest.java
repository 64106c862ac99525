package dev.wakeful.autodev.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.Mutant.Fate;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.events.Evidence.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VER-3: what PIT's end means, and that what was not seen is never taken for what was. */
class SurveyTest {

    private static final String PATH = "src/main/java/shop/Cart.java";
    private static final String DONE = ">> 4 tests examined\n>> Generated 3 mutations Killed 3 (100%)";
    private static final Targets TARGETS = Targets.of(
            List.of(new FileChange(Optional.empty(), FileChange.text(PATH, "int a;\nint b;\n"))), 9, module -> true);

    private static Ended ended(int exitCode, String tail) {
        return new Ended(exitCode, Instant.EPOCH, Duration.ZERO, tail);
    }

    private static Mutant mutant(int line, Fate fate) {
        return new Mutant(PATH, line, "negated conditional", fate);
    }

    private static Survey survey(Mutant... mutants) {
        return Survey.of(TARGETS, List.of(Probed.of(ended(0, DONE), () -> List.of(mutants))));
    }

    @Test
    void whatTestsNoticeIsGreen() {
        Survey survey = survey(mutant(1, Fate.NOTICED), mutant(2, Fate.NOTICED), mutant(9, Fate.SURVIVED));

        assertThat(survey.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(survey.mutation().unnoticed()).isEmpty();
        assertThat(survey.note())
                .isEqualTo("2 mutants on touched lines: 2 noticed by a test, 0 by none, 0 where no test runs");
    }

    @Test
    void whatNoneNoticesIsNot() {
        Survey survey = survey(
                mutant(1, Fate.NOTICED),
                mutant(1, Fate.SURVIVED),
                mutant(2, Fate.NOT_COVERED),
                mutant(9, Fate.SURVIVED));

        assertThat(survey.verdict()).isEqualTo(Verdict.RED);
        assertThat(survey.isInconclusive()).isFalse();
        assertThat(survey.mutation().unnoticed()).extracting(Mutant::line).containsExactly(1, 2);
    }

    @Test
    void nothingToMutateIsGreen() {
        assertThat(survey().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(survey().note()).isEqualTo("no mutant on the touched lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -1  | >> 4 tests examined                     | it was ended at its time limit
                    127 | ''                                      | it could not be run (exit code 127)
                    -2  | ''                                      | it could not be run (exit code -2)
                    1   | 2 tests did not pass without mutation   | under it tests fail without any mutation
                    1   | ''                                      | PIT ended with exit code 1
                    0   | >> 0 tests examined                     | PIT found no test that it can run
                    0   | ''                                      | PIT found no test that it can run
                    """)
    void whatCannotBeSeenIsInconclusive(int exitCode, String tail, String why) {
        Survey survey = Survey.of(
                TARGETS, List.of(Probed.of(ended(exitCode, tail), () -> List.of(mutant(1, Fate.NOT_COVERED)))));

        assertThat(survey.isInconclusive()).isTrue();
        assertThat(survey.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(survey.mutation().unnoticed()).isEmpty();
        assertThat(survey.note()).startsWith("inconclusive: ").contains(why);
    }

    @Test
    void aMutantThatWasNotTriedIsInconclusive() {
        assertThat(survey(mutant(1, Fate.NOTICED), mutant(2, Fate.UNKNOWN)).isInconclusive())
                .isTrue();
    }

    @Test
    void whatOneModuleShowsCountsThoughAnotherShowsNothing() {
        Survey survey = Survey.of(
                TARGETS,
                List.of(
                        new Probed.Inconclusive("no time was left for it"),
                        new Probed.Seen(List.of(mutant(1, Fate.SURVIVED)))));

        assertThat(survey.verdict()).isEqualTo(Verdict.RED);
        assertThat(survey.note()).contains("1 by none", "inconclusive: no time was left for it");
    }
}
