package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** BUD-5: what is in use of a cap pauses the less urgent first. */
class RefusalTest {

    private static final Scope DAY =
            new Scope("day:2026-11-20", Money.micros(100), Instant.parse("2026-11-21T00:00:00Z"), Scope.NEVER);

    @Test
    void ninetyPercentPauseNewWork() {
        assertThat(granted(DAY.pausingFrom(90), 89)).isTrue();
        assertThat(granted(DAY.pausingFrom(90), 90)).isFalse();
    }

    @Test
    void ninetyNinePercentLeaveOnlyEmergencies() {
        assertThat(granted(DAY.pausingFrom(99), 98)).isTrue();
        assertThat(granted(DAY.pausingFrom(99), 99)).isFalse();
        assertThat(granted(DAY.pausingFrom(100), 99)).isTrue();
    }

    /** Not even nothing is granted. */
    @Test
    void aHundredPercentRefuseAll() {
        Scope whole = DAY.pausingFrom(100);
        Balance full = new Balance(Money.micros(60), Money.micros(30), Money.micros(10));

        assertThat(Refusal.of(Money.ZERO, List.of(whole), Map.of(whole.name(), full)))
                .isPresent();
    }

    /** BUD-1: the part that is kept back is not to be had, and thresholds are shares of the whole. */
    @Test
    void whatIsKeptBackIsNotGranted() {
        Scope most = DAY.keepingBackAllBut(Money.micros(80));

        assertThat(granted(most, 79)).isTrue();
        assertThat(granted(most, 80)).isFalse();
        assertThat(granted(DAY, 80)).isTrue();
        assertThat(most.cap()).isEqualTo(Money.micros(100));
    }

    private static boolean granted(Scope scope, long used) {
        Balance balance = new Balance(Money.micros(used), Money.ZERO, Money.ZERO);
        return Refusal.of(Money.micros(1), List.of(scope), Map.of(scope.name(), balance))
                .isEmpty();
    }
}
