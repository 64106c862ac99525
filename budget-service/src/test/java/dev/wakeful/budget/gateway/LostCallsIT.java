package dev.wakeful.budget.gateway;

import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.checkpoint.Checkpoints;
import dev.wakeful.service.checkpoint.SchemaRestore;
import dev.wakeful.service.recovery.AfterRecovery;
import dev.wakeful.service.recovery.Said;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Reply;
import dev.wakeful.testing.provider.Used;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-6, STATE-2: calls of models are no events, so what they cost after a checkpoint is unknown when the database is lost, and never free. */
@GatewayService
class LostCallsIT {

    private static final Money QUOTE = Money.dollars(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Money MACHINE_MINUTE = Money.micros(8_000);
    private static final Money CI_MINUTE = Money.micros(8_000);

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private FakeProvider provider;

    @Autowired
    private TickingClock clock;

    @Autowired
    private SwarmTokens tokens;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private AfterRecovery afterRecovery;

    @Autowired
    private LedgerAudit audit;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BuildId job = new BuildId("github:job:" + UUID.randomUUID() + ":1");
    private final SwarmId open = SwarmId.make(Instant.now());
    private final SwarmId granted = SwarmId.make(Instant.now());
    private final SwarmId settled = SwarmId.make(Instant.now());
    private final SwarmId released = SwarmId.make(Instant.now());
    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        provider.forget();
        provider.answer(Reply.whole(new Used(11, 1_000, 0, 7)));
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        sender.close();
        probe.close();
        assertThat(audit.discrepancies()).isEmpty();
    }

    @Test
    void whatNobodyToldCountsInFullAndNothingTwice() throws Exception {
        long empty = used();
        request(open);
        request(settled);
        assertThat(call(open)).isEqualTo(200);
        byte[] checkpoint = checkpoint();
        int before = probe.heard().size();

        assertThat(call(open)).isEqualTo(200);
        assertThat(call(settled)).isEqualTo(200);
        request(granted);
        assertThat(call(granted)).isEqualTo(200);
        request(released);
        Envelope end = sender.send(completed(settled, MINUTE));
        Money known = settled(settled).spent();
        sender.send(completed(released, Duration.ZERO));
        probe.await(BudgetEvent.Released.class, event -> event.swarm().equals(released));
        Envelope ran = sender.send(caused());
        probe.await(BudgetEvent.CiBooked.class, event -> event.build().equals(job));
        long lost = used();
        restore(checkpoint, said(before));
        afterRecovery.start();
        afterRecovery.start();

        assertThat(audit.discrepancies()).isEmpty();
        assertThat(known).isGreaterThan(MACHINE_MINUTE);
        assertThat(used() - empty).isEqualTo(QUOTE.micros() * 2 + known.micros() + CI_MINUTE.micros());
        assertThat(used()).isGreaterThanOrEqualTo(lost);
        assertThat(call(open)).isEqualTo(402);
        assertThat(call(granted)).isEqualTo(402);
        assertThat(call(settled)).isEqualTo(401);
        assertThat(call(released)).isEqualTo(401);
        assertThat(provider.received()).hasSize(4);

        sender.send(caused(), ran);
        sender.send(caused());
        heardAgain(end, known, empty);
    }

    /** BUD-9: one minute of a CI system. */
    private BuildEvent.Caused caused() {
        return new BuildEvent.Caused(
                job,
                new RepositoryName("acme/shop"),
                null,
                "ci / test",
                1,
                "wakeful/lost",
                "success",
                MINUTE,
                clock.instant());
    }

    /** Ends of the lost time and of the time after it; each counts once. */
    private void heardAgain(Envelope end, Money known, long empty) {
        sender.send(completed(settled, MINUTE), end);
        sender.send(completed(settled, MINUTE));
        sender.send(completed(settled, MINUTE));
        sender.send(completed(open, MINUTE));
        sender.send(completed(granted, Duration.ZERO));

        assertThat(settled(open)).isEqualTo(new BudgetEvent.Settled(reservation(open), open, QUOTE, Money.ZERO));
        assertThat(settled(granted).spent()).isEqualTo(QUOTE);
        await().untilAsserted(() -> assertThat(used() - empty)
                .isEqualTo(QUOTE.micros() * 2 + known.micros() + MACHINE_MINUTE.micros() + CI_MINUTE.micros()));
        assertThat(probe.heard(BudgetEvent.Settled.class).stream()
                        .filter(event -> event.swarm().equals(settled)))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from forecast where swarm = :swarm and told")
                        .param("swarm", open.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void request(SwarmId swarm) {
        sender.send(requested(swarm, QUOTE));
        probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(swarm));
    }

    private BudgetEvent.Settled settled(SwarmId swarm) {
        return probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(swarm));
    }

    private dev.wakeful.events.ReservationId reservation(SwarmId swarm) {
        return probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(swarm))
                .reservation();
    }

    private int call(SwarmId swarm) throws Exception {
        String token = tokens.mint(new SwarmToken(swarm, clock.instant().plus(Duration.ofHours(1)), List.of()));
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Api.MESSAGES.path(false)))
                                .header(Api.MESSAGES.keyHeader, token)
                                .POST(HttpRequest.BodyPublishers.ofString(Api.MESSAGES.body(false)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Set aside and spent today. */
    private long used() {
        return jdbc.sql("""
                select coalesce(sum(reserved_micros + spent_micros + overrun_micros), 0) from account
                where scope = :day
                """)
                .param("day", "day:" + clock.instant().toString().substring(0, 10))
                .query(Long.class)
                .single();
    }

    private byte[] checkpoint() throws Exception {
        String sha256 = checkpoints.take("lost-calls").sha256();
        return jdbc.sql("select content from checkpoint where sha256 = :sha256")
                .param("sha256", sha256)
                .query(byte[].class)
                .single();
    }

    /** What the service said since, as the broker tells it. */
    private List<Said> said(int before) {
        List<Said> said = new ArrayList<>();
        for (EventProbe.Heard heard :
                probe.heard().subList(before, probe.heard().size())) {
            if (heard.event() instanceof BudgetEvent.OfSwarm || heard.event() instanceof BudgetEvent.CiBooked) {
                said.add(new Said(1_000_000 + said.size(), heard.envelope(), EventJson.encode(heard.event())));
            }
        }
        return said;
    }

    private void restore(byte[] checkpoint, List<Said> lost) throws Exception {
        Path file = Files.write(directory.resolve("checkpoint.zip"), checkpoint);
        try (Connection connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            SchemaRestore restore = new SchemaRestore(connection, connection.getSchema());
            restore.load(file);
            restore.recall(lost, clock.instant());
            restore.sayAfter(2_000_000);
            connection.commit();
        }
    }
}
