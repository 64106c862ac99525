package dev.wakeful.budget.rate;

import static dev.wakeful.budget.Samples.NOON;
import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.progressed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.ledger.CallLedger;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-8: a swarm that spends too fast, or without progress, gets no more calls. BUD-7: what each has cost is kept. */
@WholeService
class RateBrakeIT {

    private static final Money QUOTE = Money.micros(10_000);

    @Autowired
    private CallLedger calls;

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Forecasts forecasts;

    @Autowired
    private LedgerAudit audit;

    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
        jdbc.sql("delete from forecast").update();
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        clock.setTo(NOON);
        sender.close();
        probe.close();
        assertThat(audit.discrepancies()).isEmpty();
    }

    @Test
    void aSwarmThatSpendsMostOfItsQuoteWithoutAStepIsStoppedOnce() {
        SwarmId swarm = fund();
        assertThat(call(swarm, 8_000)).isTrue();
        assertThat(call(swarm, 1)).isTrue();
        assertThat(call(swarm, 1)).isFalse();
        assertThat(call(swarm, 1)).isFalse();
        BudgetEvent.RateTripped tripped = probe.await(
                BudgetEvent.RateTripped.class, event -> event.swarm().equals(swarm));
        assertThat(tripped.spent()).isEqualTo(Money.micros(8_001));
        sender.send(completed(swarm, Duration.ofSeconds(1)));
        settled(swarm);

        assertThat(probe.heard(BudgetEvent.RateTripped.class)).hasSize(1);
    }

    @Test
    void aStepGivesItNewCredit() {
        SwarmId swarm = fund();
        call(swarm, 8_001);
        sender.send(progressed(swarm));
        await().until(() -> jdbc.sql("select progress_micros from forecast where swarm = :swarm")
                        .param("swarm", swarm.value())
                        .query(Long.class)
                        .single()
                == 8_001);

        assertThat(call(swarm, 100)).isTrue();
    }

    @Test
    void aSwarmThatSpendsThreeTimesAsFastAsSuchSwarmsDoIsStopped() {
        for (int n = 0; n < 3; n++) {
            SwarmId usual = fund();
            call(usual, 1_000);
            clock.tick(Duration.ofMinutes(10));
            sender.send(completed(usual, Duration.ofMinutes(1)));
            assertThat(settled(usual).spent()).isEqualTo(Money.micros(9_000));
        }
        SwarmId fast = fund();
        call(fast, 500);
        assertThat(call(fast, 1)).isFalse();
        BudgetEvent.RateTripped tripped = probe.await(
                BudgetEvent.RateTripped.class, event -> event.swarm().equals(fast));

        assertThat(tripped.usual()).isEqualTo(Money.micros(100));
        assertThat(forecasts.ended(10)).hasSize(3).allSatisfy(forecast -> {
            assertThat(forecast.quoteMicros()).isEqualTo(10_000);
            assertThat(forecast.spentMicros()).isEqualTo(9_000);
        });
        sender.send(completed(fast, Duration.ofSeconds(1)));
        settled(fast);
    }

    private SwarmId fund() {
        SwarmId swarm = SwarmId.make(Instant.now());
        sender.send(requested(swarm, QUOTE));
        probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(swarm));
        return swarm;
    }

    private BudgetEvent.Settled settled(SwarmId swarm) {
        return probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(swarm));
    }

    private boolean call(SwarmId swarm, long micros) {
        clock.tick(Duration.ofSeconds(1));
        String call = UUID.randomUUID().toString();
        boolean granted = calls.reserve(swarm, call, Money.micros(micros)).equals(new CallLedger.Answer.Granted());
        if (granted) {
            calls.settle(call, Money.micros(micros));
        }
        return granted;
    }
}
