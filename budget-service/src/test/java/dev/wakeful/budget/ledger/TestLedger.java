package dev.wakeful.budget.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.testing.TestPostgres;
import io.opentelemetry.api.OpenTelemetry;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a connection pool of its own, as one copy of the service has it. */
record TestLedger(
        Ledger ledger, LedgerAudit audit, JdbcClient jdbc, TransactionTemplate transactions, HikariDataSource pool)
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
        return new TestLedger(
                new Ledger(jdbc, new Tracing(OpenTelemetry.noop())),
                new LedgerAudit(jdbc),
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
