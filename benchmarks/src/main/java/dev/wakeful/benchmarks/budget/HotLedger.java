package dev.wakeful.benchmarks.budget;

import com.zaxxer.hikari.HikariDataSource;
import dev.wakeful.budget.ledger.HoldWriter;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.ledger.Outcome;
import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.ledger.Watch;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The budget service's own ledger and combining writer, on a pool of two connections. */
record HotLedger(HikariDataSource pool, JdbcClient jdbc, HoldWriter writer) implements AutoCloseable {

    /** What each reservation takes. */
    static final Money AMOUNT = Money.micros(1_000);

    private static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));

    /** The service's tables, in an empty schema. */
    static void migrate(String address) {
        Flyway.configure()
                .dataSource(address, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/budget")
                .load()
                .migrate();
    }

    static HotLedger on(String address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        pool.setMaximumPoolSize(2);
        JdbcClient jdbc = JdbcClient.create(pool);
        Tracing tracing = new Tracing(OpenTelemetry.noop());
        return new HotLedger(
                pool,
                jdbc,
                new HoldWriter(jdbc, new JdbcTransactionManager(pool), tracing, Clock.systemUTC(), Watch.NOBODY));
    }

    /** Seven shared accounts, of which the first has room for so many reservations and the others for any. */
    static List<Scope> scopes(String name, long room) {
        return Stream.of("hour", "night", "day", "week", "organisation", "repository", "team")
                .map(kind -> new Scope(
                        kind + ":" + name,
                        kind.equals("hour") ? Money.micros(AMOUNT.micros() * room + 1) : Money.dollars(1_000_000_000),
                        TOMORROW,
                        Scope.NEVER))
                .toList();
    }

    boolean reserve(List<Scope> scopes) {
        ReservationRequest request = new ReservationRequest(SwarmId.make(Instant.now()), AMOUNT, scopes, TOMORROW);
        return writer.reserve(request) instanceof Outcome.Granted;
    }

    /** How many reservations are durable in the hot account, by its rows, not by its balance. */
    long held(String name) {
        return jdbc.sql("select count(*) from reservation where state = 'PENDING' and :scope = any(scopes)")
                .param("scope", "hour:" + name)
                .query(Long.class)
                .single();
    }

    /** By how much the hot account lies above its cap, in micro-dollars. */
    long overshoot(String name, long room) {
        return Math.max(0, held(name) * AMOUNT.micros() - (AMOUNT.micros() * room + 1));
    }

    List<String> discrepancies() {
        return new LedgerAudit(jdbc).discrepancies();
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }
}
