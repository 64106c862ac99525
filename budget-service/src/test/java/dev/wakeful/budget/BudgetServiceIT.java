package dev.wakeful.budget;

import static dev.wakeful.budget.Samples.NOON;
import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.failed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service answers to what it hears. */
@WholeService
class BudgetServiceIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerAudit audit;

    private final SwarmId swarm = SwarmId.make(Instant.now());
    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        sender.close();
        probe.close();
        assertThat(audit.discrepancies()).isEmpty();
    }

    /** BUD-2, BUD-9 */
    @Test
    void aSwarmIsPaidForBeforeItStartsAndBilledWhenItHasEnded() {
        sender.send(requested(swarm, Money.micros(240_000)));
        BudgetEvent.Reserved reserved = probe.await(BudgetEvent.Reserved.class, this::isOurs);
        sender.send(completed(swarm, Duration.ofSeconds(90)));
        BudgetEvent.Settled settled = probe.await(BudgetEvent.Settled.class, this::isOurs);

        assertThat(reserved.scopes())
                .containsExactly(
                        "swarm:" + swarm,
                        "organisation:2026-11",
                        "week:2026-W47",
                        "day:2026-11-20",
                        "day-automatic:2026-11-20",
                        "repository:acme/shop:2026-11-20",
                        "hour:2026-11-20T12");
        assertThat(reserved.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(40)));
        assertThat(settled)
                .isEqualTo(new BudgetEvent.Settled(
                        reserved.reservation(), swarm, Money.micros(12_000), Money.micros(228_000)));
    }

    /** BUD-3 */
    @Test
    void duplicatesChangeNothing() {
        Money quote = Money.micros(10_000);
        DispatchEvent.SwarmRequested request = requested(swarm, quote);
        Envelope first = sender.send(request);
        sender.send(request, first);
        sender.send(request);
        SwarmEvent.Completed completion = completed(swarm, Duration.ofMinutes(1));
        probe.await(BudgetEvent.Reserved.class, this::isOurs);
        Envelope end = sender.send(completion);
        sender.send(completion, end);
        sender.send(completion);

        afterEverythingSentIsHandled();
        assertThat(ours())
                .extracting(Object::getClass)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly(BudgetEvent.Reserved.class, BudgetEvent.Settled.class);
        assertThat(spent("swarm:" + swarm)).isEqualTo(8_000);
    }

    /** Two topics have no common order. */
    @Test
    void aSwarmThatEndedBeforeItsRequestWasHeardHoldsNoMoney() {
        sender.send(failed(swarm, Duration.ZERO));
        afterEverythingSentIsHandled();
        sender.send(requested(swarm, Money.dollars(1)));
        BudgetEvent.Released released = probe.await(BudgetEvent.Released.class, this::isOurs);

        assertThat(released.released()).isEqualTo(Money.ZERO);
        assertThat(ours()).containsExactly(released);
    }

    /** BUD-6: spent without a reservation is visible and counts. */
    @Test
    void whatWasSpentWithoutAReservationIsAnOverrun() {
        sender.send(completed(swarm, Duration.ofMinutes(1)));
        BudgetEvent.Settled settled = probe.await(BudgetEvent.Settled.class, this::isOurs);
        sender.send(requested(swarm, Money.dollars(1)));
        probe.await(BudgetEvent.Released.class, this::isOurs);

        assertThat(settled.spent()).isEqualTo(Money.micros(8_000));
        assertThat(jdbc.sql("select overrun_micros from account where scope = :scope")
                        .param("scope", "swarm:" + swarm)
                        .query(Long.class)
                        .single())
                .isEqualTo(8_000);
    }

    /** A crash in the middle leaves nothing behind, and the next try does the whole of it once. */
    @Test
    void aHandlerThatFailsMidwayLosesAndDoublesNothing() {
        failTheNextTransactionsThatSaySomething(2);
        sender.send(requested(swarm, Money.dollars(1)));
        probe.await(BudgetEvent.Reserved.class, this::isOurs);
        failTheNextTransactionsThatSaySomething(2);
        sender.send(failed(swarm, Duration.ofMinutes(2)));
        probe.await(BudgetEvent.Settled.class, this::isOurs);

        afterEverythingSentIsHandled();
        assertThat(ours()).hasSize(2);
        assertThat(spent("swarm:" + swarm)).isEqualTo(16_000);
    }

    /** A refusal is an event, not an exception; what a wider scope could give is not taken either. */
    @Test
    void whatDoesNotFitOneScopeIsSetAsideInNone() {
        sender.send(requested(swarm, Money.dollars(45)));
        BudgetEvent.Denied denied = probe.await(BudgetEvent.Denied.class, this::isOurs);

        assertThat(denied.scope()).isEqualTo("day-automatic:2026-11-20");
        assertThat(denied.retryAt()).isEqualTo(Instant.parse("9999-12-31T00:00:00Z"));
        assertThat(jdbc.sql("select count(*) from reservation where holder = :swarm")
                        .param("swarm", swarm.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private boolean isOurs(BudgetEvent event) {
        return event instanceof BudgetEvent.OfSwarm ofSwarm && ofSwarm.swarm().equals(swarm);
    }

    private List<BudgetEvent> ours() {
        return probe.heard(BudgetEvent.class).stream().filter(this::isOurs).toList();
    }

    /** Both topics are read in order: who hears the answer to the last of each has heard all before it. */
    private void afterEverythingSentIsHandled() {
        SwarmId last = SwarmId.make(Instant.now());
        sender.send(requested(last, Money.micros(1)));
        probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(last));
        sender.send(failed(last, Duration.ZERO));
        probe.await(BudgetEvent.Released.class, event -> event.swarm().equals(last));
    }

    private long spent(String scope) {
        return jdbc.sql("select spent_micros from account where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }

    private void failTheNextTransactionsThatSaySomething(int times) {
        jdbc.sql("""
                create sequence if not exists failure;
                create or replace function fail_at_first() returns trigger language plpgsql as $$
                begin
                    if new.topic = 'wakeful.budget' and nextval('failure') <= %d then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end $$;
                alter sequence failure restart;
                create or replace trigger fail_at_first before insert on outbox
                    for each row execute function fail_at_first();
                """.formatted(times)).update();
    }
}
