package dev.wakeful.commandcenter.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.wakeful.commandcenter.budget.LedgerAway;
import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger is asked briefly, and every way in which it cannot answer is said in a sentence. */
class HttpLedgerIT {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void balancesAreWhatIsSetAsideAndSpent() {
        answer("/ledger/accounts", 200, """
                {"accounts":[{"scope":"day:2026-11-21","capMicros":100,"reservedMicros":20,"spentMicros":30,"overrunMicros":1,
                  "endsAt":"2026-11-22T00:00:00Z"},{"scope":"swarm:s","spentMicros":3}]}
                """);

        assertThat(ledger().accounts())
                .containsExactly(
                        new ScopeUse("day:2026-11-21", "day", 100L, 51, 49L, Instant.parse("2026-11-22T00:00:00Z")),
                        new ScopeUse("swarm:s", "swarm", null, 3, null, null));
    }

    /** BUD: the journal always sums to the balances. */
    @Test
    void theAuditSaysWhatDoesNotAddUp() {
        answer(
                "/ledger/audit",
                200,
                "{\"balanced\":false,\"discrepancies\":[\"Account day has 1, its journal says 2\"]}");

        assertThat(ledger().audit().sound()).isFalse();
        assertThat(ledger().audit().discrepancies()).containsExactly("Account day has 1, its journal says 2");
    }

    @Test
    void aLedgerThatDoesNotAnswerWellIsAway() {
        answer("/ledger/accounts", 500, "{}");
        answer("/ledger/audit", 200, "<html>");

        assertThatThrownBy(ledger()::accounts).isInstanceOf(LedgerAway.class).hasMessageContaining("status 500");
        assertThatThrownBy(ledger()::audit).isInstanceOf(LedgerAway.class).hasMessageContaining("understood");
        server.stop(0);
        assertThatThrownBy(ledger()::accounts).isInstanceOf(LedgerAway.class).hasMessageContaining("not reachable");
        assertThatThrownBy(() -> new HttpLedger("", Duration.ofMinutes(1)).accounts())
                .hasMessageContaining("No ledger is configured");
    }

    @Test
    void aLedgerThatHangsIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        server.createContext("/ledger/accounts", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(new HttpLedger(address(), Duration.ofMillis(50))::accounts)
                .isInstanceOf(LedgerAway.class)
                .hasMessageContaining("not reachable");
        never.countDown();
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private HttpLedger ledger() {
        return new HttpLedger(address(), Duration.ofMinutes(1));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
