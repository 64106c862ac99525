package dev.wakeful.cli.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money at the terminal: what is left, changing a cap with a reason, proving the ledger (BUD). */
class BudgetIT {

    private static final String BUDGET = """
            {"source":"ledger","ledger":"The ledger answers.",
             "scopes":[{"scope":"day:2026-11-21","kind":"day","capMicros":100000000,"usedMicros":91000000,"leftMicros":9000000,
                        "until":"2026-11-22T00:00:00Z"}],
             "alerts":[{"scope":"day:2026-11-21","percent":90,"usedMicros":91000000,"limitMicros":100000000,
                        "until":"2026-11-22T00:00:00Z","at":"2026-11-21T10:00:00Z","urgency":"urgent"}],
             "providers":[{"name":"anthropic","lost":true,"since":"2026-11-21T10:00:00Z","reason":"5 of 10 calls failed"}],
             "tripped":[{"swarm":"swarm-1","spentMicros":4000000,"usualMicros":1000000,"reason":"four times the usual"}],
             "quotes":[{"repository":"acme/shop","job":"build","attempts":4,"expectedMicros":4000000,"spentMicros":4400000,
                        "errorPercent":10,"withinGoal":true}],
             "ci":[{"repository":"acme/web","jobs":3,"minutes":372,"unmeasuredJobs":1,"spentMicros":2976000}],"limits":[]}
            """;

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful()
                .runningOn(data)
                .answer("GET /api/budget", 200, BUDGET)
                .answer(
                        "POST /api/budget/limits",
                        202,
                        "{\"limit\":\"day\",\"amountMicros\":80000000,\"by\":\"dana\",\"reason\":\"r\",\"after\":7}");
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void theCapsAreShownAndWhatToLookAt() {
        Ran ran = Ran.on(data, "budget");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("day:2026-11-21", "$100.00", "$91.00", "$9.00", "91 %")
                .contains("! 90 % of day:2026-11-21", "swarm-1 was paused", "anthropic cannot be reached", "+10 %")
                .contains("CI minutes that our branches caused", "acme/web", "372", "$2.98");
        assertThat(Ran.on(data, "budget", "-o", "json").json().path("scopes")).hasSize(1);
    }

    @Test
    void aCapIsChangedWhenTheLedgerSaysSo() {
        limits("changed", "day", "a quiet week");

        Ran ran = Ran.on(data, "budget", "set", "day", "80", "--reason", "a quiet week", "--as", "dana");

        assertThat(ran.out()).contains("changed day from $100.00 to $80.00: a quiet week");
        assertThat(ran.exit()).isZero();
        assertThat(wakeful.requests("POST /api/budget/limits").getFirst().text())
                .contains("\"limit\":\"day\"", "\"amount\":\"80\"", "a quiet week", "dana");
        assertThat(wakeful.requests("GET /api/budget/limits").getFirst().query())
                .isEqualTo("after=7");
    }

    /** MODE-4 */
    @Test
    void theEmergencyCapIsArmedAndDisarmedWithAReason() {
        wakeful.answer(
                "POST /api/budget/limits",
                202,
                "{\"limit\":\"emergency\",\"amountMicros\":200000000,\"by\":\"dana\",\"reason\":\"r\",\"after\":7}");
        wakeful.answer(
                "GET /api/budget/limits",
                200,
                "{\"limits\":[{\"n\":9,\"kind\":\"changed\",\"limit\":\"emergency\",\"beforeMicros\":0,"
                        + "\"amountMicros\":200000000,\"by\":\"dana\",\"reason\":\"main is red\"}]}");

        Ran armed = Ran.on(data, "budget", "arm", "--reason", "main is red", "--as", "dana");
        Ran.on(data, "budget", "disarm", "--reason", "green again", "--as", "dana", "--timeout", "0");

        assertThat(armed.out()).contains("changed emergency from $0.00 to $200.00: main is red");
        assertThat(wakeful.requests("POST /api/budget/limits").getFirst().text())
                .contains("\"limit\":\"emergency\"", "\"amount\":\"200\"");
        assertThat(wakeful.requests("POST /api/budget/limits").getLast().text())
                .contains("\"limit\":\"emergency\"", "\"amount\":\"0\"", "green again");
        assertThat(Ran.on(data, "budget", "arm").exit()).isEqualTo(2);
    }

    @Test
    void whatTheLedgerRefusesIsOne() {
        limits("refused", "day", "at most $100 a day");

        Ran ran = Ran.on(data, "budget", "set", "day", "80", "--reason", "r", "--as", "dana");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("refused day to $80.00: at most $100 a day");
    }

    @Test
    void aLedgerThatDoesNotAnswerIsNotWaitedForForEver() {
        limits("changed", "night", "somebody else's");

        Ran ran = Ran.on(data, "budget", "set", "day", "80", "--reason", "r", "--timeout", "0");

        assertThat(ran.exit()).isEqualTo(124);
        assertThat(Ran.on(data, "budget", "set", "day", "80").exit()).isEqualTo(2);
    }

    /** The journal sums up to the balances, or the command fails. */
    @Test
    void theAuditEndsWithOneOnADiscrepancy() {
        wakeful.answer("GET /api/budget/audit", 200, "{\"sound\":true,\"discrepancies\":[]}");
        assertThat(Ran.on(data, "budget", "audit").exit()).isZero();

        wakeful.answer(
                "GET /api/budget/audit", 200, "{\"sound\":false,\"discrepancies\":[\"Account day has 1, not 2\"]}");
        Ran ran = Ran.on(data, "budget", "audit");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("not sound", "Account day has 1, not 2");
        wakeful.answer("GET /api/budget/audit", 503, "{\"detail\":\"The ledger is not reachable.\"}");
        assertThat(Ran.on(data, "budget", "audit").exit()).isEqualTo(1);
    }

    private void limits(String kind, String limit, String reason) {
        wakeful.answer(
                "GET /api/budget/limits",
                200,
                "{\"limits\":[{\"n\":9,\"at\":\"2026-11-21T10:00:00Z\",\"kind\":\"" + kind + "\",\"limit\":\"" + limit
                        + "\",\"beforeMicros\":100000000,\"amountMicros\":80000000,\"by\":\"dana\",\"reason\":\""
                        + reason
                        + "\"},{\"n\":8,\"kind\":\"asked\",\"limit\":\"day\",\"amountMicros\":80000000,\"by\":\"dana\"}]}");
    }
}
