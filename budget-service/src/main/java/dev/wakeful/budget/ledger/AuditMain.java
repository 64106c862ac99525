package dev.wakeful.budget.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Audits a ledger without the service, for example in a restored database. Exit code 0 when it is balanced, 1 when not. */
public final class AuditMain {

    private AuditMain() {}

    /** Takes the JDBC address, its schema in it. */
    public static void main(String[] args) {
        List<String> discrepancies =
                new LedgerAudit(JdbcClient.create(new DriverManagerDataSource(args[0]))).discrepancies();
        discrepancies.forEach(System.out::println);
        System.out.println(discrepancies.isEmpty() ? "balanced" : "not balanced");
        Runtime.getRuntime().exit(discrepancies.isEmpty() ? 0 : 1);
    }
}
