package dev.wakeful.budget.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.testing.TestPostgres;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a connection pool of its own, as one copy of the service has it. */
record TestLedger(
        Ledger ledger,
        HoldWriter writer,
        LedgerAudit audit,
        JdbcClient jdbc,
        TransactionTemplate transactions,
        HikariDataSource pool)
        implements AutoCloseable {

    /** A fresh schema with the service's tables. */
    static String freshSchema() {
        String address = TestPostgres.freshSchema();
        Flyway.configure()
                .dataSource(address, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/budget")
                .load()
                .migrate();
        return address;
    }

    static TestLedger on(String address, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        pool.setMaximumPoolSize(connections);
        JdbcClient jdbc = JdbcClient.create(pool);
        Tracing tracing = new Tracing(OpenTelemetry.noop());
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        return new TestLedger(
                new Ledger(jdbc, tracing, Watch.NOBODY),
                new HoldWriter(jdbc, transactions, tracing, Clock.systemUTC(), Watch.NOBODY),
                new LedgerAudit(jdbc),
                jdbc,
                new TransactionTemplate(transactions),
                pool);
    }

    CallLedger calls() {
        return new CallLedger(writer, Brake.NONE);
    }

    /** Sets money aside for the swarm, in a day that has room. */
    void fund(SwarmId swarm, Money amount) {
        Instant later = Instant.parse("2099-01-01T00:00:00Z");
        Scope day = new Scope("day:2026-11-20", Money.dollars(1_000_000), later, Scope.NEVER);
        ReservationRequest request = new ReservationRequest(swarm, amount, List.of(day), later);
        transactions.executeWithoutResult(status -> ledger.reserve(request, Instant.now()));
    }

    /** Reserved, spent and overrun. */
    List<Long> balance(String scope) {
        return jdbc.sql("select reserved_micros, spent_micros, overrun_micros from account where scope = :scope")
                .param("scope", scope)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }
}
