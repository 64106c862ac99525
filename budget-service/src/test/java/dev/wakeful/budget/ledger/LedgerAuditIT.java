package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** The last line: what the tables refuse, and what the audit finds where they could not. */
class LedgerAuditIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final TestLedger ledger = TestLedger.on(TestLedger.freshSchema(), 1);

    @BeforeEach
    void reserveSomething() {
        Scope day = new Scope("day:2026-11-20", Money.micros(100), NOW, Scope.NEVER);
        ReservationRequest request = new ReservationRequest(SwarmId.make(NOW), Money.micros(60), List.of(day), NOW);
        ledger.transactions().execute(status -> ledger.ledger().reserve(request, NOW));
        assertThat(ledger.audit().discrepancies()).isEmpty();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aBalanceThatWasChangedByHandIsFound() {
        run("update account set spent_micros = 7");

        assertThat(ledger.audit().discrepancies())
                .containsExactly("Account day:2026-11-20 has 60/7/0, its journal says 60/0/0");
    }

    @Test
    void aReservationThatWasResolvedByHandIsFound() {
        run("update reservation set state = 'VOIDED', resolved_at = now()");

        assertThat(ledger.audit().discrepancies())
                .singleElement()
                .asString()
                .contains("is VOIDED with 0/0/0", "its journal says 60/0/0");
    }

    /** BUD-3 */
    @Test
    void noStatementCanExceedACap() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> run("update account set reserved_micros = reserved_micros + 41"));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> run("update account set reserved_micros = -1"));
    }

    @Test
    void theJournalIsAppendOnly() {
        for (String statement : List.of("delete from journal", "update journal set at = now()", "truncate journal")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> run(statement))
                    .havingRootCause()
                    .withMessageContaining("append-only");
        }
    }

    private void run(String statement) {
        ledger.jdbc().sql(statement).update();
    }
}
