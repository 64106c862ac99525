package dev.wakeful.budget.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.WholeService;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** DEV-7: an outage outlives the process that saw it begin, and ends without any agent's call. */
@WholeService
class OutageWatchIT {

    private static final Outage OUTAGE =
            new Outage(Instant.parse("2026-11-20T02:14:07Z"), "5 of the last 5 calls failed");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private PlatformTransactionManager transactions;

    private final FakeProvider fake = new FakeProvider();
    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-20T12:00:00Z"));

    private EventProbe probe;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
    }

    @AfterEach
    void close() {
        probe.close();
        fake.close();
    }

    @Test
    void aRestartedServiceKnowsTheOutageAndFindsItsEndByItself() throws Exception {
        Outages outages = new Outages(jdbc, outbox, transactions, clock);
        outages.lost("anthropic", OUTAGE);
        outages.lost("gone-from-the-settings", OUTAGE);

        try (Providers providers = new Providers(properties(), clock)) {
            OutageWatch watch = new OutageWatch(providers, outages, properties());
            watch.start();
            Availability availability = providers.require("anthropic").availability();
            assertThat(availability.outage()).hasValue(OUTAGE);
            assertThat(outages.told()).containsOnlyKeys("anthropic");

            fake.answer(Reply.error(500));
            clock.tick(Duration.ofSeconds(31));
            watch.probe();
            assertThat(availability.outage()).hasValue(OUTAGE);

            fake.answer(Reply.error(404));
            clock.tick(Duration.ofSeconds(31));
            watch.probe();
            assertThat(availability.outage()).isEmpty();
            Awaitility.await().untilAsserted(() -> assertThat(outages.told()).isEmpty());
            watch.stop();
        }
        probe.await(BudgetEvent.ProviderBack.class, back -> back.provider().equals("anthropic"));
        assertThat(probe.heard(BudgetEvent.ProviderLost.class)).hasSize(2);
        assertThat(probe.heard(BudgetEvent.ProviderBack.class)).hasSize(2);
    }

    private GatewayProperties properties() {
        return new GatewayProperties(
                List.of(),
                Map.of("anthropic", new ProviderSettings(fake.address(), "key", null, false)),
                new BreakerSettings(10, 50, Duration.ofSeconds(30)),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10));
    }
}
