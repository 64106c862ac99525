package dev.wakeful.commandcenter.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.commandcenter.reading.Escalation.Counts;
import dev.wakeful.commandcenter.reading.Escalation.Level;
import dev.wakeful.commandcenter.reading.State.Covered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** STATE-5: how urgently people are needed (WAKE-4, BUD-5, STOP-3), and what is known of coverage. */
class EscalationTest {

    @Test
    void whileAllIsWellNobodyIsNeeded() {
        assertThat(Escalation.of(new Counts(false, false, 0, 0, 0, 0, 0, 0, 0)))
                .isEqualTo(new Escalation(Level.NONE, java.util.List.of()));
    }

    @Test
    void theGravestCauseIsTheLevelAndEveryCauseIsTold() {
        assertThat(level(false, false, 0, 1)).isEqualTo(Level.PERSON);
        assertThat(level(false, false, 1, 1)).isEqualTo(Level.URGENT);
        assertThat(level(false, true, 1, 1)).isEqualTo(Level.CRISIS);
        assertThat(level(true, true, 1, 1)).isEqualTo(Level.STOPPED);
        assertThat(Escalation.of(new Counts(true, true, 1, 2, 3, 4, 5, 6, 7)).reasons())
                .hasSize(9)
                .startsWith("an emergency stop stands")
                .contains("swarms at work show no progress: 3", "questions wait for an answer: 5");
    }

    @Test
    void coverageIsNeverRoundedUp() {
        assertThat(Covered.of("acme/shop", "a", "head", new Covered.Lines(99_999, 100_000), Instant.EPOCH)
                        .percent())
                .isEqualByComparingTo("99.99");
    }

    @Test
    void aBoundOutOfItsRangeNamesItsKey() {
        assertThatThrownBy(() -> new AttentionProperties(Duration.ofSeconds(59), Duration.ofMinutes(5), 90))
                .hasMessageContaining("attention.stuck-after must be 60s to 24h");
        assertThatThrownBy(() -> new AttentionProperties(Duration.ofMinutes(10), Duration.ofHours(5), 90))
                .hasMessageContaining("attention.escalate-after must be 30s to 4h");
        assertThatThrownBy(() -> new AttentionProperties(Duration.ofMinutes(10), Duration.ofMinutes(5), 0))
                .hasMessageContaining("urgent-percent must be 1 to 100");
    }

    private static Level level(boolean stopped, boolean crisis, long silent, long questions) {
        return Escalation.of(new Counts(stopped, crisis, 0, 0, silent, 0, questions, 0, 0))
                .level();
    }
}
