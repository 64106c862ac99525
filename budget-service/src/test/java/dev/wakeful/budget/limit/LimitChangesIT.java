package dev.wakeful.budget.limit;

import static dev.wakeful.budget.Samples.NOON;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.WholeService;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** BUD: a cap that somebody changes, and LIM-1, which nobody does. */
@WholeService
class LimitChangesIT {

    private static final Money FORTY = Money.dollars(40);

    @Autowired
    private LimitChanges limits;

    @Autowired
    private BudgetProperties properties;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
        jdbc.sql("delete from cap").update();
    }

    @AfterEach
    void backToThePolicy() {
        jdbc.sql("delete from cap").update();
        sender.close();
        probe.close();
    }

    @Test
    void aChangedCapCountsForTheNextReservationAndOutlivesARestart() {
        sender.send(set("repository:ACME/shop", Money.ZERO, "No more of this"));
        BudgetEvent.LimitChanged changed = probe.await(BudgetEvent.LimitChanged.class, event -> true);
        SwarmId swarm = SwarmId.make(Instant.now());
        sender.send(requested(swarm, Money.micros(1)));
        BudgetEvent.Denied denied =
                probe.await(BudgetEvent.Denied.class, event -> event.swarm().equals(swarm));

        assertThat(changed)
                .isEqualTo(new BudgetEvent.LimitChanged(
                        "repository:acme/shop", FORTY, Money.ZERO, "ada", "No more of this"));
        assertThat(denied.scope()).isEqualTo("repository:acme/shop:2026-11-20");
        LimitChanges restarted = new LimitChanges(jdbc, properties);
        assertThat(restarted.current().of(new RepositoryName("acme/shop"))).isEqualTo(Money.ZERO);
        assertThat(restarted.current().of(Cap.REPOSITORY)).isEqualTo(FORTY);
    }

    @Test
    void whatIsRefusedChangesNothingAndIsOnRecord() {
        double before = meters.counter("wakeful.budget.limits.refused").count();
        sender.send(set("day", Money.dollars(101), "More!"));
        BudgetEvent.LimitRefused refused = probe.await(BudgetEvent.LimitRefused.class, event -> true);

        assertThat(refused.refusal()).contains("$100.00", "LIM-1");
        assertThat(meters.counter("wakeful.budget.limits.refused").count()).isEqualTo(before + 1);
        assertThat(new LimitChanges(jdbc, properties).current().of(Cap.DAY)).isEqualTo(Money.dollars(100));
        assertThat(limitsOnRecord())
                .isEqualTo(new CapChange("day", 101_000_000, 100_000_000L, refused.refusal(), "ada", "More!", NOON));
    }

    /** Every event may come twice. */
    @Test
    void aDuplicateSaysNothingAndIsNotOnRecordTwice() {
        long before = onRecord();
        ControlEvent.LimitSet set = set("week", Money.dollars(7), "Less");
        Envelope first = sender.send(set);
        sender.send(set, first);
        sender.send(set("week", Money.dollars(8), "Last"));
        probe.await(BudgetEvent.LimitChanged.class, event -> event.reason().equals("Last"));

        assertThat(probe.heard(BudgetEvent.LimitChanged.class))
                .extracting(BudgetEvent.LimitChanged::now)
                .containsExactly(Money.dollars(7), Money.dollars(8));
        assertThat(onRecord()).isEqualTo(before + 2);
    }

    /** Nothing is granted under the old cap after the change was told. */
    @Test
    void aChangeWaitsForReservationsThatAreBeingDecidedUnderTheOldCap() {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        CompletableFuture<BudgetEvent> change = new CompletableFuture<>();
        transactions.executeWithoutResult(status -> {
            limits.current();
            Thread.startVirtualThread(() -> change.complete(
                    transactions.execute(inner -> limits.change(set("hour", Money.dollars(1), "Less"), NOON))));
            await().until(() ->
                    jdbc.sql("select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'")
                                    .query(Long.class)
                                    .single()
                            == 1);
            assertThat(change).isNotDone();
        });

        assertThat(change.join()).isInstanceOf(BudgetEvent.LimitChanged.class);
    }

    @Test
    void theRecordIsAppendOnly() {
        sender.send(set("hour", Money.dollars(9), "Less"));
        probe.await(BudgetEvent.LimitChanged.class, event -> true);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("update cap_change set person = 'nobody'").update())
                .havingRootCause()
                .withMessageContaining("append-only");
    }

    private static ControlEvent.LimitSet set(String limit, Money amount, String reason) {
        return new ControlEvent.LimitSet(limit, amount, "ada", reason);
    }

    private CapChange limitsOnRecord() {
        return new TransactionTemplate(manager)
                .execute(status -> limits.changes(1))
                .getFirst();
    }

    private long onRecord() {
        return jdbc.sql("select count(*) from cap_change").query(Long.class).single();
    }
}
