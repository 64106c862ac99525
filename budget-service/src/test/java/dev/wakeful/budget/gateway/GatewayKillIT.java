package dev.wakeful.budget.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.funding.Funding;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.price.Rates;
import dev.wakeful.budget.price.TokenUsage;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Reply;
import dev.wakeful.testing.provider.Used;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** BUD-3, BUD-6: a copy of the service that is killed with calls under way makes none of them free. */
@GatewayService
class GatewayKillIT {

    private static final Rates RATES = new Rates(3_000_000, 15_000_000, 300_000, 3_750_001, 1_000, 100_000);
    private static final Money CAP = Money.dollars(3);

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private FakeProvider provider;

    @Autowired
    private TickingClock clock;

    @Autowired
    private SwarmTokens tokens;

    @Autowired
    private Funding funding;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerAudit audit;

    private final SwarmId swarm = SwarmId.make(Instant.now());
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    @Test
    void whatWasUnderWayAtTheKillCountsInFullAtTheSwarmsEnd() throws Exception {
        // the other copy has no clock but the machine's
        clock.setTo(Instant.now());
        fund();
        provider.forget();
        provider.answer(call -> {
            long n = Math.floorMod(call.body().hashCode(), 1_000_003);
            Used used = new Used(1 + n % 90, n % 30, 0, 1 + n % 99);
            return Reply.ending(used, n % 3 == 0 ? Reply.Ending.SILENT : Reply.Ending.WHOLE);
        });

        try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
            try (GatewayProcess killed = GatewayProcess.start(settings())) {
                for (int n = 0; n < 100; n++) {
                    int run = n;
                    agents.submit(() -> call(killed.address(), run));
                }
                Awaitility.await().until(() -> provider.received().size() >= 60);
            }
            provider.answer(Reply.whole(new Used(50, 0, 0, 90)));
            for (int n = 100; n < 150; n++) {
                int run = n;
                agents.submit(() -> call(URI.create("http://127.0.0.1:" + port), run));
            }
        }
        Money metered = sum("spent_micros + overrun_micros", "state <> 'PENDING'");
        Money unresolved = sum("amount_micros", "state = 'PENDING'");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> funding.settle(Samples.failed(swarm, Duration.ZERO)));
        Money total =
                Money.micros(jdbc.sql("select spent_micros + overrun_micros from reservation where holder = :swarm")
                        .param("swarm", swarm.value())
                        .query(Long.class)
                        .single());
        Money billed = provider.billed().stream().map(GatewayKillIT::cost).reduce(Money.ZERO, Money::plus);

        assertThat(unresolved).isGreaterThan(Money.ZERO);
        assertThat(total).isEqualTo(metered.plus(unresolved));
        assertThat(billed).isLessThanOrEqualTo(total);
        assertThat(total).isLessThanOrEqualTo(CAP);
        assertThat(audit.discrepancies()).isEmpty();
    }

    private void fund() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> funding.reserve(Samples.requested(swarm, CAP, Duration.ofHours(20))));
        token = tokens.mint(new SwarmToken(swarm, clock.instant().plus(Duration.ofHours(1)), List.of()));
    }

    /** Those of this context, so that both are copies of one service. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        if (environment.getPropertySources().get("Inlined Test Properties") instanceof MapPropertySource inlined) {
            inlined.getSource().forEach((key, value) -> settings.put(key, value.toString()));
        }
        settings.remove("spring.config.name");
        settings.put("server.port", "0");
        for (String key : List.of(
                "spring.datasource.url",
                "spring.kafka.bootstrap-servers",
                "wakeful.consumer-group",
                "wakeful.partitions")) {
            settings.put(key, environment.getRequiredProperty(key));
        }
        for (String name : List.of("anthropic", "openai", "gemini")) {
            settings.put(
                    "wakeful.budget.gateway.providers." + name + ".base-url",
                    provider.address().toString());
        }
        return settings;
    }

    private int call(URI gateway, int run) throws InterruptedException {
        Api api = Api.values()[run % Api.values().length];
        try {
            return client.send(
                            HttpRequest.newBuilder(gateway.resolve(api.path(true)))
                                    .header(api.keyHeader, api.keyValue(token))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            api.body(true).replace("hé", "run " + run)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException killed) {
            return 0;
        }
    }

    private Money sum(String amount, String where) {
        return Money.micros(jdbc.sql("select coalesce(sum(" + amount + "), 0) from reservation where " + where
                        + " and parent = (select id from reservation where holder = :swarm)")
                .param("swarm", swarm.value())
                .query(Long.class)
                .single());
    }

    private static Money cost(Used used) {
        return RATES.cost(new TokenUsage(used.input(), used.cacheRead(), used.cacheWrite(), used.output()));
    }
}
