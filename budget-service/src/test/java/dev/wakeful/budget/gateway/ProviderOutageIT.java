package dev.wakeful.budget.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.funding.Funding;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Reply;
import dev.wakeful.testing.provider.Used;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** DEV-7, TRG-7: what the others hear of a provider that is down. */
@GatewayService
class ProviderOutageIT {

    @LocalServerPort
    private int port;

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

    private final HttpClient client = HttpClient.newHttpClient();
    private EventProbe probe;
    private String token = "";

    @BeforeEach
    void fundASwarm() {
        SwarmId swarm = SwarmId.make(Instant.now());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> funding.reserve(Samples.requested(swarm, Money.dollars(1))));
        token = tokens.mint(new SwarmToken(swarm, clock.instant().plus(Duration.ofHours(1)), List.of()));
        probe = new EventProbe(Stream.BUDGET);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void eachOutageIsToldOnceWhenItBeginsAndOnceWhenItEnds() throws Exception {
        provider.answer(Reply.error(500));
        Instant since = clock.instant();
        call(12);
        BudgetEvent.ProviderLost lost = probe.await(BudgetEvent.ProviderLost.class, told -> true);
        clock.tick(Duration.ofSeconds(31));
        // tries once and finds it still down, which is no news
        call(3);
        provider.answer(Reply.whole(new Used(1, 0, 0, 1)));
        clock.tick(Duration.ofSeconds(31));
        call(3);
        BudgetEvent.ProviderBack back = probe.await(BudgetEvent.ProviderBack.class, told -> true);

        assertThat(lost.provider()).isEqualTo("anthropic");
        assertThat(lost.since()).isEqualTo(since);
        assertThat(lost.reason()).matches("\\d+ of the last \\d+ calls failed");
        assertThat(back).isEqualTo(new BudgetEvent.ProviderBack("anthropic", clock.instant()));
        assertThat(probe.heard(BudgetEvent.ProviderLost.class)).hasSize(1);
        assertThat(probe.heard(BudgetEvent.ProviderBack.class)).hasSize(1);
    }

    private void call(int times) throws Exception {
        for (int n = 0; n < times; n++) {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Api.MESSAGES.path(true)))
                            .header(Api.MESSAGES.keyHeader, token)
                            .POST(HttpRequest.BodyPublishers.ofString(Api.MESSAGES.body(true)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
