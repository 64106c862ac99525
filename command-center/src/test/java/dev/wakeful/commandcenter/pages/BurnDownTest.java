package dev.wakeful.commandcenter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import dev.wakeful.commandcenter.reading.Spendings.Movement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line of what was left of a cap. */
class BurnDownTest {

    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void itStepsDownWhenMoneyIsSetAsideAndUpWhenItComesBack() {
        List<Movement> movements = List.of(new Movement(TEN, 50), new Movement(TEN.plusSeconds(50), -25));

        BurnDown burn =
                BurnDown.of(scope(100L), movements, TEN.plusSeconds(100)).orElseThrow();

        assertThat(burn.points()).isEqualTo("0.00,0.00 0.00,0.00 0.00,20.00 50.00,20.00 50.00,10.00 100.00,10.00");
        assertThat(burn.leftMicros()).isEqualTo(75);
    }

    @Test
    void overAndUnknownCapsDrawNothingOutsideOfTheBox() {
        assertThat(BurnDown.of(scope(null), List.of(new Movement(TEN, 1)), TEN)).isEmpty();
        assertThat(BurnDown.of(scope(100L), List.of(), TEN)).isEmpty();
        assertThat(BurnDown.of(scope(10L), List.of(new Movement(TEN, 50)), TEN))
                .hasValueSatisfying(burn -> assertThat(burn.points()).endsWith("100.00,40.00"));
    }

    private static ScopeUse scope(@org.jspecify.annotations.Nullable Long cap) {
        return new ScopeUse("day:2026-11-21", "day", cap, 0, null, null);
    }
}
