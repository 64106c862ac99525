package dev.wakeful.planner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WAKE-2, WAKE-4, MODE-7 */
class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 60, 0, 0, 0, REST, 60",
        "NIGHT, 180, 0, 0, 0, REST, 180",
        "NIGHT, 180, 1, 0, 0, ISSUES, 30",
        "ACTIVE, 60, 0, 1, 0, ISSUES, 30",
        "ACTIVE, 60, 0, 0, 1, ISSUES, 30",
        "ACTIVE, 5, 1, 0, 0, ISSUES, 5",
        "MAINTENANCE, 300, 0, 0, 0, MAINTENANCE, 300",
        "CRISIS, 10, 0, 0, 1, CRISIS, 10"
    })
    void theCycleLooksAgainAsSoonAsThingsAsk(
            Mode mode, int heartbeat, int running, int waiting, int red, Judgement.Outcome outcome, int next) {
        Stance stance = new Stance(Duration.ofSeconds(heartbeat), Duration.ZERO, 10, 30, false);

        Judgement judgement =
                Judgement.of(new Look(mode, running, waiting, red, 0, List.of()), stance, Duration.ofSeconds(30));

        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.next()).hasSeconds(next);
        assertThat(judgement.decision().inputs()).containsEntry("mode", mode.name());
        assertThat(judgement.decision().refused()).isNotEmpty();
    }
}
