package dev.wakeful.budget.forecast;

import static dev.wakeful.budget.Samples.NOON;
import static dev.wakeful.budget.Samples.requested;
import static dev.wakeful.budget.Samples.tried;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.WholeService;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BudgetEvent.Expected;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Trial;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-7, LEARN-1: a swarm is expected to cost and take what swarms of its class with its strategies, agents and models did. */
@WholeService
class OutcomesIT {

    private static final Money QUOTE = Money.micros(100_000);
    private static final List<Trial> CODEX = means("codex", "gpt-5.2");
    private static final List<Trial> CLAUDE = means("claude", "claude-sonnet-4-5");

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Forecasts forecasts;

    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
        jdbc.sql("delete from forecast").update();
    }

    @AfterEach
    void hangUp() {
        jdbc.sql("delete from forecast").update();
        clock.setTo(NOON);
        sender.close();
        probe.close();
    }

    private static List<Trial> means(String agent, String model) {
        return List.of(
                new Trial("revert-culprit", null, null, false, Duration.ofSeconds(2)),
                new Trial(agent, agent, model, true, Duration.ofMinutes(3)));
    }

    @Test
    void itIsTakenFromSwarmsWithTheSameMeans() {
        for (int n = 1; n <= Outcomes.ENOUGH; n++) {
            swarm(CLAUDE, 10, 60);
        }
        for (int n = 1; n < Outcomes.ENOUGH; n++) {
            swarm(CODEX, n, n);
        }
        assertThat(expected().basis()).isEqualTo("15 outcomes on test failures in acme/shop");
        swarm(CODEX, 8, 100);

        Expected expected = expected();

        assertThat(expected.basis()).isEqualTo("8 outcomes of codex with gpt-5.2 on test failures in acme/shop");
        assertThat(expected.outcomes()).isEqualTo(8);
        assertThat(expected.p50()).isEqualTo(Money.micros(32_000));
        assertThat(expected.p90()).isEqualTo(Money.micros(64_000));
        assertThat(expected.time50()).isEqualTo(Duration.ofSeconds(4));
        assertThat(expected.time90()).isEqualTo(Duration.ofSeconds(100));
    }

    /** A strategy that was not needed is part of the means: what one that was lucky cost says as much as what an unlucky one did. */
    @Test
    void luckIsNoMeansOfItsOwn() {
        List<Trial> lucky = List.of(
                new Trial("revert-culprit", null, null, true, Duration.ofSeconds(2)),
                new Trial("codex", "codex", "gpt-5.2", false, null));
        for (int n = 1; n <= 4; n++) {
            swarm(lucky, 1, 1);
            swarm(CODEX, 9, 9);
        }

        assertThat(expected().basis()).startsWith("8 outcomes of codex with gpt-5.2");
        assertThat(expected().p50()).isEqualTo(Money.micros(8_000));
    }

    /** Too few say nothing; one that is told twice, and one that nobody paid for, is none more. */
    @Test
    void tooFewSayNothing() {
        for (int n = 1; n < Outcomes.ENOUGH; n++) {
            SwarmId swarm = swarm(CODEX, 1, 1);
            sender.send(tried(swarm, Duration.ofMinutes(9), CLAUDE));
        }
        sender.send(tried(SwarmId.make(Instant.now()), Duration.ofMinutes(1), CODEX));

        assertThat(reserve(SwarmId.make(Instant.now())).expected()).isNull();
        assertThat(forecasts.ended(100)).hasSize(Outcomes.ENOUGH - 1);
    }

    /** What was expected stays beside what it has cost, and how far off it was is told by class. */
    @Test
    void theErrorIsKeptByClass() {
        for (int n = 1; n <= Outcomes.ENOUGH; n++) {
            swarm(CODEX, 5, 5);
        }
        swarm(CODEX, 10, 5);

        Forecast last = forecasts.ended(1).getFirst();
        assertThat(last.typicalMicros()).isEqualTo(40_000);
        assertThat(last.basis()).startsWith("8 outcomes of codex");
        assertThat(last.ratio().orElseThrow()).isEqualTo(2.0);
        assertThat(ForecastError.byClass(forecasts.ended(1)))
                .containsExactlyEntriesOf(Map.of("acme/shop test failure", new ForecastError(1, 2.0, 0.0)));
    }

    private Expected expected() {
        return Objects.requireNonNull(reserve(SwarmId.make(Instant.now())).expected());
    }

    private BudgetEvent.Reserved reserve(SwarmId swarm) {
        sender.send(requested(swarm, QUOTE));
        return probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(swarm));
    }

    private SwarmId swarm(@Nullable List<Trial> trials, long minutesPaid, long seconds) {
        SwarmId swarm = SwarmId.make(Instant.now());
        BudgetEvent.Reserved reserved = reserve(swarm);
        Instant start = clock.instant();
        SwarmEvent.Completed end = tried(swarm, Duration.ofMinutes(minutesPaid), trials);
        sender.send(new SwarmEvent.Started(swarm, end.task(), end.repository(), start, start));
        clock.tick(Duration.ofSeconds(seconds));
        sender.send(end);
        probe.await(BudgetEvent.Settled.class, event -> event.reservation().equals(reserved.reservation()));
        return swarm;
    }
}
