package dev.wakeful.planner.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Decision;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.planner.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AUTH-1, AUTH-2, AUTH-11, TRG-17, WAKE-3 */
class AuthorityTest {

    private static final AuthorityProperties LIMITS = limits("5", Duration.ofMinutes(30), 5);
    private static final Money QUOTE = Money.micros(240_000);

    /** AUTH-1: under 5 % of the tests; one failing test always is. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "1, 40, true",
                "1, 1, true",
                "1, ?, true",
                "?, ?, true",
                "?, 40, true",
                "2, ?, true",
                "4, 100, true",
                "5, 100, false",
                "2, 40, false",
                "1, 19, true",
                "2, 2, false",
                "2, 0, false"
            })
    void aTestFailureStartsWhenItAffectsFewTests(@Nullable Integer failing, @Nullable Integer total, boolean starts) {
        Verdict verdict = judge(Samples.testFailure(failing, total), Classification.REGRESSION);

        assertThat(verdict).isInstanceOf(starts ? Verdict.Dispatch.class : Verdict.AskPerson.class);
    }

    /** AUTH-1: within 30 minutes, by the CI system's clock, which may be ahead of ours. */
    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT30M, true", "PT30M1S, false", "PT2H, false", "PT-5M, true"})
    void aTestFailureStartsWhenItIsRecent(Duration age, boolean starts) {
        FindingEvent.Raised finding = raised(Samples.testFailure(1, 40), Classification.REGRESSION);

        Verdict verdict =
                Authority.judge(new Situation(finding, QUOTE, finding.failedAt().plus(age), LIMITS));

        assertThat(verdict).isInstanceOf(starts ? Verdict.Dispatch.class : Verdict.AskPerson.class);
    }

    /** AUTH-2 */
    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            delimiter = '|',
            value = {
                "[ERROR] Calculator.java:[3,5] cannot find symbol | true",
                "src/calc.c:3:5: error: expected ';' | true",
                "SyntaxError: invalid syntax | true",
                "error[E0425]: cannot find value | true",
                "src/a.ts(3,5): error TS2322: not assignable | true",
                "? | true",
                "You have 3 Checkstyle violations | false"
            })
    void aBuildErrorStartsWhenACompilerSaysIt(@Nullable String error, boolean starts) {
        Verdict verdict = judge(Samples.buildError(error), Classification.REGRESSION);

        assertThat(verdict).isInstanceOf(starts ? Verdict.Dispatch.class : Verdict.AskPerson.class);
    }

    @Test
    void whatMayStartHasTierOnePriorityOneAndFiveDollars() {
        assertThat(judge(Samples.testFailure(1, 40), Classification.REGRESSION).terms())
                .isEqualTo(new Terms(1, 1, Money.dollars(5)));
        assertThat(judge(Samples.buildError("error: x"), Classification.REGRESSION)
                        .terms())
                .isEqualTo(new Terms(1, 1, Money.dollars(5)));
    }

    /** AUTH-11, WAKE-3 */
    @Test
    void anUnmetConditionAsksAPersonWithTheNumbersAndAWayOn() {
        Decision decision =
                judge(Samples.testFailure(8, 40), Classification.REGRESSION).decision();

        assertThat(decision.rule()).isEqualTo("AUTH-11");
        assertThat(decision.outcome()).contains("AUTH-1", "8 of 40", "under 5 %", "Say yes, no, or mend it by hand");
        assertThat(decision.refused()).extracting(Decision.Refused::alternative).contains("start without a person");
    }

    /** WAKE-3 */
    @Test
    void whatTheLogDoesNotTellIsRecordedAsUnknown() {
        Decision decision = judge(Samples.testFailure(null, null), Classification.REGRESSION)
                .decision();

        assertThat(decision.rule()).isEqualTo("AUTH-1");
        assertThat(decision.inputs())
                .containsEntry("failing tests", "unknown; the swarm reproduces it before anything is changed");
    }

    @Test
    void aQuoteOverTheCapAsksAPerson() {
        FindingEvent.Raised finding = raised(Samples.testFailure(1, 40), Classification.REGRESSION);

        Verdict verdict = Authority.judge(new Situation(finding, Money.dollars(6), Samples.NOW, LIMITS));

        assertThat(verdict).isInstanceOf(Verdict.AskPerson.class);
        assertThat(verdict.decision().outcome()).contains("$6.00 (cap $5.00)");
    }

    /** TRG-17 */
    @ParameterizedTest
    @ValueSource(strings = {"FLAKY", "INFRASTRUCTURE"})
    void whatIsNoRegressionIsSetAside(Classification classification) {
        Verdict verdict = judge(Samples.testFailure(1, 40), classification);

        assertThat(verdict).isInstanceOf(Verdict.SetAside.class);
        assertThat(verdict.decision().rule()).isEqualTo("TRG-17");
    }

    private static Verdict judge(Failure failure, Classification classification) {
        return Authority.judge(new Situation(raised(failure, classification), QUOTE, Samples.NOW, LIMITS));
    }

    private static FindingEvent.Raised raised(Failure failure, Classification classification) {
        return Samples.raised(Samples.repositoryName(), failure, classification);
    }

    /** The policy's numbers count in place of the defaults (AUTH-1). */
    @Test
    void thePolicySaysHowMuchAndHowLateIsTooMuch() {
        FindingEvent.Raised finding = raised(
                new Failure(Failure.Kind.TEST_FAILURE, null, 9, 100, null, List.of()), Classification.REGRESSION);
        AuthorityProperties wide = limits("0.50", Duration.ofHours(2), 10);
        Instant hourLater = finding.failedAt().plus(Duration.ofHours(1));

        Verdict verdict = Authority.judge(new Situation(finding, Money.micros(500_000), hourLater, wide));

        assertThat(verdict).isInstanceOf(Verdict.Dispatch.class);
        assertThat(verdict.terms().cap()).isEqualTo(Money.micros(500_000));
        assertThat(Authority.judge(new Situation(finding, Money.micros(500_001), hourLater, wide)))
                .isInstanceOf(Verdict.AskPerson.class);
        assertThatThrownBy(() -> limits("50.01", Duration.ofHours(1), 5))
                .hasMessageContaining("wakeful.planner.authority.test-failure.cap must be 0 to 50");
        assertThatThrownBy(() -> limits("5", Duration.ofSeconds(59), 5))
                .hasMessageContaining("within must be 1m to 24h");
        assertThatThrownBy(() -> limits("5", Duration.ofHours(1), 101)).hasMessageContaining("must be 1 to 100");
    }

    private static AuthorityProperties limits(String cap, Duration within, int underPercent) {
        return new AuthorityProperties(
                new AuthorityProperties.TestFailure(new BigDecimal(cap), within, underPercent),
                new AuthorityProperties.BuildError(new BigDecimal(cap)));
    }
}
