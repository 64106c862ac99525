package dev.wakeful.budget.funding;

import static dev.wakeful.budget.Samples.NOON;
import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.failed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-6: what is unknown counts at its worst case, never at zero. */
@WholeService
class ExpiryIT {

    private static final Money QUOTE = Money.micros(24_000);
    private static final Duration TIME = Duration.ofMinutes(40);

    @Autowired
    private TickingClock clock;

    @Autowired
    private Expiry expiry;

    @Autowired
    private LedgerAudit audit;

    @Autowired
    private JdbcClient jdbc;

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
        clock.setTo(NOON);
        sender.close();
        probe.close();
        assertThat(audit.discrepancies()).isEmpty();
    }

    @Test
    void aSwarmThatNeverTellsItsEndIsBilledInFullWithinTheLineageAndTraceOfItsRequest() {
        Envelope request = sender.send(requested(swarm, QUOTE));
        BudgetEvent.Reserved reserved = probe.await(BudgetEvent.Reserved.class, this::isOurs);
        clock.tick(TIME.minusNanos(1_000));
        expiry.expireOverdue();
        assertThat(state()).isEqualTo("PENDING");
        clock.tick(Duration.ofNanos(1_000));
        expiry.expireOverdue();
        expiry.expireOverdue();
        BudgetEvent.Settled settled = probe.await(BudgetEvent.Settled.class, this::isOurs);

        assertThat(settled).isEqualTo(new BudgetEvent.Settled(reserved.reservation(), swarm, QUOTE, Money.ZERO));
        assertThat(state()).isEqualTo("EXPIRED");
        Envelope envelope = probe.heard().stream()
                .filter(heard -> heard.event().equals(settled))
                .findFirst()
                .orElseThrow()
                .envelope();
        assertThat(envelope.lineage()).isEqualTo(request.lineage());
        assertThat(envelope.cause()).isEqualTo(request.id());
        assertThat(Tracing.traceId(envelope.traceparent())).isEqualTo(Tracing.traceId(request.traceparent()));
    }

    /** The first resolution wins. */
    @Test
    void anEndToldAfterTheExpiryChangesNothing() {
        expireOurs();

        sender.send(completed(swarm, Duration.ofMinutes(1)));

        assertThat(saidAfterwards()).isEmpty();
        assertThat(booked("spent_micros")).isEqualTo(QUOTE.micros());
        assertThat(booked("overrun_micros")).isZero();
    }

    /** What is above the worst case must not pass silently, and counts once. */
    @Test
    void whatTheLateEndAddsToTheWorstCaseIsAnOverrun() {
        expireOurs();

        sender.send(failed(swarm, Duration.ofMinutes(5)));
        sender.send(failed(swarm, Duration.ofMinutes(5)));

        assertThat(saidAfterwards()).isEmpty();
        assertThat(booked("spent_micros")).isEqualTo(QUOTE.micros());
        assertThat(booked("overrun_micros")).isEqualTo(5 * 8_000 - QUOTE.micros());
    }

    /** The day has rolled, the money goes back to where it came from. */
    @Test
    void theEndIsBookedInTheWindowsThatWereReserved() {
        sender.send(requested(swarm, QUOTE));
        probe.await(BudgetEvent.Reserved.class, this::isOurs);
        long before = reserved("day:2026-11-20");
        clock.tick(Duration.ofHours(13));
        sender.send(failed(swarm, Duration.ZERO));
        probe.await(BudgetEvent.Released.class, this::isOurs);

        assertThat(reserved("day:2026-11-20")).isEqualTo(before - QUOTE.micros());
        assertThat(jdbc.sql("select count(*) from account where scope = 'day:2026-11-21'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theRoundIsMadeByItself() {
        await().until(() -> jdbc.sql("""
                select last_success is not null from scheduled_tasks where task_name = 'expire-reservations'
                """).query(Boolean.class).single());
    }

    private void expireOurs() {
        sender.send(requested(swarm, QUOTE));
        probe.await(BudgetEvent.Reserved.class, this::isOurs);
        clock.tick(TIME);
        expiry.expireOverdue();
        probe.await(BudgetEvent.Settled.class, this::isOurs);
    }

    private List<BudgetEvent> saidAfterwards() {
        SwarmId last = SwarmId.make(Instant.now());
        sender.send(completed(last, Duration.ofNanos(1)));
        probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(last));
        return probe.heard(BudgetEvent.class).stream()
                .filter(this::isOurs)
                .skip(2)
                .toList();
    }

    private boolean isOurs(BudgetEvent event) {
        return event instanceof BudgetEvent.OfSwarm ofSwarm && ofSwarm.swarm().equals(swarm);
    }

    private String state() {
        return jdbc.sql("select state from reservation where holder = :swarm")
                .param("swarm", swarm.value())
                .query(String.class)
                .single();
    }

    private long booked(String column) {
        return jdbc.sql("select " + column + " from account where scope = :scope")
                .param("scope", "swarm:" + swarm)
                .query(Long.class)
                .single();
    }

    private long reserved(String scope) {
        return jdbc.sql("select reserved_micros from account where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }
}
