package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.budget.ledger.CallLedger.Answer;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of models within what is set aside for their swarm (BUD-4, BUD-6). */
class CallLedgerIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String DAY = "day:2026-11-20";

    private final TestLedger ledger = TestLedger.on(TestLedger.freshSchema(), 2);
    private final CallLedger calls = ledger.calls();
    private final SwarmId swarm = SwarmId.make(NOW);
    private final String account = "calls:" + swarm;

    @BeforeEach
    void setMoneyAside() {
        ledger.fund(swarm, Money.micros(100));
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        assertThat(ledger.audit().discrepancies()).isEmpty();
        ledger.close();
    }

    @Test
    void callsAreGrantedUpToWhatIsSetAsideAndToldWhatIsLeft() {
        assertThat(calls.reserve(swarm, "1", Money.micros(60))).isEqualTo(new Answer.Granted());
        assertThat(calls.reserve(swarm, "2", Money.micros(41))).isEqualTo(new Answer.UsedUp(Money.micros(40)));
        assertThat(calls.reserve(swarm, "3", Money.micros(40))).isEqualTo(new Answer.Granted());

        assertThat(ledger.balance(account)).containsExactly(100L, 0L, 0L);
        assertThat(ledger.balance(DAY)).containsExactly(100L, 0L, 0L);
    }

    @Test
    void whatACallDoesNotUseGoesBackToItsSwarm() {
        calls.reserve(swarm, "1", Money.micros(60));
        calls.reserve(swarm, "2", Money.micros(40));
        calls.settle("1", Money.micros(25));
        calls.release("2");

        assertThat(ledger.balance(account)).containsExactly(0L, 25L, 0L);
        assertThat(calls.reserve(swarm, "3", Money.micros(75))).isEqualTo(new Answer.Granted());
    }

    /** BUD-3 */
    @Test
    void repetitionsChangeNothingAndTheFirstResolutionWins() {
        calls.reserve(swarm, "1", Money.micros(60));
        assertThat(calls.reserve(swarm, "1", Money.micros(60))).isEqualTo(new Answer.Granted());
        assertThat(calls.reserve(swarm, "1", Money.micros(61))).isEqualTo(new Answer.UsedUp(Money.micros(60)));
        calls.settle("1", Money.micros(25));
        calls.settle("1", Money.micros(26));
        calls.release("1");

        assertThat(ledger.balance(account)).containsExactly(0L, 25L, 0L);
        assertThat(calls.reserve(swarm, "1", Money.micros(60))).isEqualTo(new Answer.UsedUp(Money.ZERO));
    }

    @Test
    void whatACallCostsAboveItsWorstCaseIsAnOverrunThatStopsFurtherCalls() {
        calls.reserve(swarm, "1", Money.micros(60));
        calls.settle("1", Money.micros(130));

        assertThat(ledger.balance(account)).containsExactly(0L, 60L, 70L);
        assertThat(calls.reserve(swarm, "2", Money.micros(1))).isEqualTo(new Answer.UsedUp(Money.ZERO));
        assertThat(end(Money.micros(5))).get().isInstanceOfSatisfying(BudgetEvent.Settled.class, settled -> {
            assertThat(settled.spent()).isEqualTo(Money.micros(135));
            assertThat(settled.released()).isEqualTo(Money.ZERO);
        });
        assertThat(ledger.balance(DAY)).containsExactly(0L, 100L, 35L);
    }

    /** BUD-6: a caller that was killed has spent its worst case. */
    @Test
    void anAbandonedHoldCountsInFullWhenItsSwarmEnds() {
        calls.reserve(swarm, "1", Money.micros(60));
        calls.reserve(swarm, "2", Money.micros(10));
        calls.settle("2", Money.micros(4));

        assertThat(end(Money.micros(6))).get().isInstanceOfSatisfying(BudgetEvent.Settled.class, settled -> {
            assertThat(settled.spent()).isEqualTo(Money.micros(70));
            assertThat(settled.released()).isEqualTo(Money.micros(30));
        });

        assertThat(ledger.balance(account)).containsExactly(0L, 64L, 0L);
        assertThat(ledger.balance(DAY)).containsExactly(0L, 70L, 0L);
        assertThat(calls.reserve(swarm, "3", Money.micros(1))).isEqualTo(new Answer.UsedUp(Money.ZERO));
    }

    @Test
    void whatACallAddsToItsWorstCaseAfterItsSwarmWasBilledIsBookedOnce() {
        calls.reserve(swarm, "1", Money.micros(60));
        end(Money.ZERO);
        calls.settle("1", Money.micros(50));
        assertThat(ledger.balance(DAY)).containsExactly(0L, 60L, 0L);

        calls.settle("1", Money.micros(67));
        calls.settle("1", Money.micros(68));

        assertThat(ledger.balance(account)).containsExactly(0L, 60L, 7L);
        assertThat(ledger.balance(DAY)).containsExactly(0L, 60L, 7L);
    }

    @Test
    void anExpiredSwarmIsBilledInFullWithItsCalls() {
        calls.reserve(swarm, "1", Money.micros(60));
        calls.settle("1", Money.micros(5));
        calls.reserve(swarm, "2", Money.micros(20));

        Instant late = Instant.parse("2099-01-01T00:00:00Z");
        for (Overdue overdue : ledger.ledger().overdue(late, 10)) {
            ledger.transactions().execute(status -> ledger.ledger().expire(overdue.swarm(), late));
        }

        assertThat(ledger.balance(account)).containsExactly(0L, 25L, 0L);
        assertThat(ledger.balance(DAY)).containsExactly(0L, 100L, 0L);
    }

    @Test
    void aSwarmWithoutMoneyHasNoCallsAndAForeignCallIsNotItsOwn() {
        SwarmId other = SwarmId.make(NOW);
        assertThat(calls.reserve(other, "1", Money.ZERO)).isEqualTo(new Answer.UsedUp(Money.ZERO));
        ledger.fund(other, Money.micros(100));
        calls.reserve(swarm, "1", Money.micros(1));

        assertThat(calls.reserve(other, "1", Money.micros(1))).isEqualTo(new Answer.UsedUp(Money.ZERO));
    }

    @Test
    void aCostThatBelongsToNoCallIsRefusedAloud() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> calls.settle("nobody", Money.micros(1)))
                .withMessageContaining("nobody");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> calls.settle("1", Money.micros(-1)));
        calls.release("nobody");
    }

    private Optional<BudgetEvent> end(Money spent) {
        SwarmEnd end = new SwarmEnd(swarm, spent, List.of(), "done");
        return ledger.transactions().execute(status -> ledger.ledger().end(end, NOW));
    }
}
