package dev.wakeful.benchmarks.gateway;

import com.zaxxer.hikari.HikariDataSource;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.budget.ledger.HoldWriter;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.ledger.Outcome;
import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.ledger.Watch;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.standalone.EmbeddedBroker;
import dev.wakeful.standalone.EmbeddedDatabase;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The budget service with the broker and the database of the whole system, in front of a provider, with one swarm that may spend. */
record MeasuredGateway(
        TemporaryDirectory directory,
        EmbeddedBroker broker,
        EmbeddedDatabase database,
        Child service,
        URI address,
        String databaseAddress)
        implements AutoCloseable {

    private static final String SECRET = "the-secret-of-a-benchmark-0123456789abcdef";

    static MeasuredGateway start(Setup setup, URI provider) throws Exception {
        TemporaryDirectory directory = TemporaryDirectory.make("gateway");
        EmbeddedBroker broker = EmbeddedBroker.in(directory.directory("kafka"));
        broker.start();
        EmbeddedDatabase database = EmbeddedDatabase.in(directory.path().resolve("postgresql"));
        String databaseAddress = database.addressFor("budget");
        Child service = Child.start(
                setup,
                GatewayChild.class,
                List.of(
                        "--spring.datasource.url=" + databaseAddress,
                        "--spring.kafka.bootstrap-servers=" + broker.address(),
                        "--wakeful.partitions=1",
                        "--wakeful.gateway-secret=" + SECRET,
                        "--server.port=0",
                        // on the benchmarks' class path for the sake of another one
                        "--namastack.outbox.enabled=false",
                        "--wakeful.budget.gateway.providers.anthropic.base-url=" + provider,
                        "--wakeful.budget.gateway.providers.anthropic.key=benchmark"));
        return new MeasuredGateway(
                directory, broker, database, service, URI.create("http://127.0.0.1:" + port(service)), databaseAddress);
    }

    private static String port(Child service) throws IOException {
        String line = service.firstLine();
        while (!line.startsWith(GatewayChild.READY)) {
            if (line.contains("ERROR") || line.startsWith("Caused by")) {
                Progress.say(line);
            }
            line = service.firstLine();
        }
        return line.substring(GatewayChild.READY.length());
    }

    /** The token of a swarm that has a million dollars set aside. */
    String fundedSwarm() {
        Instant now = Instant.now();
        SwarmId swarm = SwarmId.make(now);
        Money million = Money.dollars(1_000_000);
        try (HikariDataSource pool = pool()) {
            HoldWriter writer = new HoldWriter(
                    JdbcClient.create(pool),
                    new JdbcTransactionManager(pool),
                    new Tracing(OpenTelemetry.noop()),
                    Clock.systemUTC(),
                    Watch.NOBODY);
            try (writer) {
                Instant tomorrow = now.plus(Duration.ofDays(1));
                Outcome outcome = writer.reserve(new ReservationRequest(
                        swarm, million, List.of(new Scope("benchmark", million, tomorrow, Scope.NEVER)), tomorrow));
                if (!(outcome instanceof Outcome.Granted)) {
                    throw new IllegalStateException("The benchmark's swarm got no money: " + outcome);
                }
            }
        }
        return new SwarmTokens(SECRET, Clock.systemUTC())
                .mint(new SwarmToken(swarm, now.plus(Duration.ofDays(1)), List.of()));
    }

    /** What the ledger does not add up to, and calls that were not settled; both must be none. */
    List<String> discrepancies() {
        try (HikariDataSource pool = pool()) {
            return new LedgerAudit(JdbcClient.create(pool)).discrepancies();
        }
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(databaseAddress);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
        database.close();
        broker.close();
        directory.close();
    }
}
