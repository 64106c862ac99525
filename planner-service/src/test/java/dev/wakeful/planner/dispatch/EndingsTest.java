package dev.wakeful.planner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Failure.Kind;
import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.mode.ContextProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which swarms at work have to end: BUD-5, MODE-4 */
class EndingsTest {

    private static final Instant NOW = Samples.NOW;

    /** Whatever has to end would not be let start: else it would be started and stopped in a loop. */
    @ParameterizedTest
    @CsvSource({
        "TEST_FAILURE, ACTIVE, false, 94, ",
        "TEST_FAILURE, ACTIVE, false, 95, BUDGET",
        "TEST_FAILURE, NIGHT,  false, 95, BUDGET",
        "TEST_FAILURE, CRISIS, true,  0,  CRISIS",
        "TEST_FAILURE, CRISIS, false, 0,  ",
        "BUILD_ERROR,  CRISIS, true,  100, ",
        "TEST_FAILURE, ACTIVE, true,  0,  "
    })
    void onlyWhatIsNotCriticalEndsAndItMayNotStartEither(
            Kind kind, Mode mode, boolean criticalRed, int percent, StopCause cause) {
        for (int pausePercent : List.of(90, 100)) {
            Admitting admitting = admitting(kind, mode, criticalRed, percent, pausePercent);

            Optional<Ending> ending = Endings.judge(admitting);

            assertThat(ending.map(Ending::cause)).isEqualTo(Optional.ofNullable(cause));
            if (cause != null) {
                assertThat(Admitting.judge(
                                admitting.wish(), admitting.standing(), admitting.limits(), admitting.contexts(), NOW))
                        .isInstanceOf(Admission.Hold.class);
            }
        }
    }

    private static Admitting admitting(Kind kind, Mode mode, boolean criticalRed, int percent, int pausePercent) {
        return new Admitting(
                new Wish(new RepositoryName("acme/shop"), "ci / test", kind),
                new Standing(
                        mode,
                        Context.WORK,
                        new Stance(Duration.ofMinutes(1), Duration.ZERO, 10, 30, false),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        criticalRed,
                        new Standing.Alert(percent, Optional.of(NOW.plusSeconds(60)))),
                new LimitProperties(Duration.ZERO, Set.of(Kind.BUILD_ERROR), pausePercent, 95, List.of()),
                new ContextProperties(List.of(), Map.of()),
                NOW);
    }
}
