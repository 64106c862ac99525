package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The budget as people see it from the ledger's events alone, and caps they change (BUD-5, BUD-7, BUD-8). */
@CommandCenterTest
class BudgetIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void alertsScopesQuotesAndProvidersAreShownOnceHoweverOftenTheyAreTold() {
        Story story =
                Story.about("acme/money", Instant.now()).reported().started().money("9999-12-31");
        tell(story, 2);
        await().until(() -> budget().path("tripped").toString().contains(story.swarm.value()));

        JsonNode budget = budget();
        assertThat(budget.path("source").asString()).isEqualTo("events");
        assertThat(budget.path("ledger").asString()).contains("No ledger is configured");
        JsonNode alert = only(budget, "alerts", "scope", "night:9999-12-31");
        assertThat(alert.path("percent").asInt()).isEqualTo(75);
        assertThat(alert.path("urgency").asString()).isEqualTo("alert");
        JsonNode day = only(budget, "scopes", "scope", "night:9999-12-31");
        assertThat(day.path("capMicros").asLong()).isEqualTo(80_000_000);
        assertThat(only(budget, "providers", "name", "openai").path("lost").asBoolean())
                .isTrue();
        assertThat(only(budget, "providers", "name", "anthropic").path("lost").asBoolean())
                .isFalse();
        assertThat(budget.path("limits").toString()).contains("a quiet week", "at most $50 a swarm");

        story.mended();
        tell(story, 1);
        await().until(() ->
                !find(budget(), "quotes", "repository", "acme/money").isMissingNode());
        JsonNode quote = only(budget(), "quotes", "repository", "acme/money");
        assertThat(quote.path("attempts").asInt()).isEqualTo(1);
        assertThat(quote.path("expectedMicros").asLong()).isEqualTo(1_920_000);
        assertThat(quote.path("spentMicros").asLong()).isEqualTo(1_240);
        assertThat(quote.path("errorPercent").asInt()).isEqualTo(-100);
        assertThat(quote.path("withinGoal").asBoolean()).isFalse();
        assertThat(budget().path("tripped").toString()).doesNotContain(story.swarm.value());
    }

    @Test
    void whatIsSetAsideIsInUseUntilItIsSettledAndThenOnlyWhatWasSpent() {
        Story story = Story.about("acme/use", Instant.parse("9998-01-01T10:00:00Z"))
                .reported()
                .started();
        tell(story, 2);
        await().until(() -> used("repository:acme/use:9998-01-01") == 1_920_000);

        story.mended();
        tell(story, 2);

        await().until(() -> used("repository:acme/use:9998-01-01") == 1_240);
    }

    @Test
    void aCapThatAPersonWantsIsToldWithTheReason() {
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            Caller.Answer answer = api().post("/api/budget/limits", asked(Map.of("amount", "$12.50")));

            assertThat(answer.status()).isEqualTo(202);
            ControlEvent.LimitSet set = probe.await(ControlEvent.LimitSet.class, event -> true);
            assertThat(set)
                    .isEqualTo(new ControlEvent.LimitSet("night", Money.micros(12_500_000), "dana", "a bad week"));
            long after = answer.json().path("after").asLong();
            await().until(() -> api().get("/api/budget/limits?after=" + after)
                    .json()
                    .path("limits")
                    .path(0)
                    .path("kind")
                    .asString("")
                    .equals("asked"));
        }
    }

    @Test
    void aCapThatCannotBeIsRefusedWithWhatIsAllowed() {
        double before = meters.counter("wakeful.command-center.limits.refused").count();
        assertRefused(Map.of("amount", "-1"), "$0 to $1,000,000");
        assertRefused(Map.of("amount", "99999999"), "$0 to $1,000,000");
        assertRefused(Map.of("amount", "0.0000001"), "at most six decimals");
        assertRefused(Map.of("amount", "NaN"), "'amount' must be dollars");
        assertRefused(
                Map.of("limit", "everything"),
                "organisation, week, day, hour, repository, swarm, night, night-hour, maintenance");
        assertRefused(Map.of("limit", "repository:nonsense"), "repository:OWNER/NAME");
        assertRefused(Map.of("reason", ""), "'reason' is missing");
        assertThat(meters.counter("wakeful.command-center.limits.refused").count() - before)
                .isPositive();
        assertThat(api().send(api().request("/api/budget/limits").POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(api().get("/api/budget/audit").status()).isEqualTo(503);
        assertThat(api().get("/api/budget/audit").detail()).contains("No ledger is configured");
    }

    /** BUD-10: what led to an offered change, of all that was spent. */
    @Test
    void whatLedToAnOfferedChangeIsShownBesideTheGoal() {
        JsonNode before = budget().path("efficiency");
        Story offered =
                Story.about("acme/offered", Instant.now()).reported().started().mended();
        tell(offered, 2);
        await().until(() ->
                efficiency("spentMicros") >= before.path("spentMicros").asLong() + 1_240);

        JsonNode efficiency = budget().path("efficiency");
        assertThat(efficiency.path("offeredMicros").asLong())
                .isGreaterThanOrEqualTo(before.path("offeredMicros").asLong() + 1_240)
                .isLessThanOrEqualTo(efficiency.path("spentMicros").asLong());
        assertThat(efficiency.path("percent").asLong())
                .isEqualTo(efficiency.path("offeredMicros").asLong()
                        * 100
                        / efficiency.path("spentMicros").asLong());
        assertThat(efficiency.path("goalPercent").asInt()).isEqualTo(90);
        assertThat(api().get("/budget").text()).contains("led to a change that was offered; the goal is");
    }

    private long efficiency(String field) {
        return budget().path("efficiency").path(field).asLong();
    }

    private void assertRefused(Map<String, String> change, String reason) {
        Caller.Answer answer = api().post("/api/budget/limits", asked(change));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(reason);
    }

    private static Map<String, String> asked(Map<String, String> change) {
        Map<String, String> request =
                new HashMap<>(Map.of("limit", "night", "amount", "25", "reason", "a bad week", "by", "dana"));
        request.putAll(change);
        return request;
    }

    private long used(String scope) {
        return find(budget(), "scopes", "scope", scope).path("usedMicros").asLong(-1);
    }

    private JsonNode budget() {
        return api().get("/api/budget").json();
    }

    private static JsonNode only(JsonNode budget, String part, String field, String value) {
        assertThat(budget.path(part)
                        .valueStream()
                        .filter(each -> each.path(field).asString().equals(value)))
                .hasSize(1);
        return find(budget, part, field, value);
    }

    private static JsonNode find(JsonNode budget, String part, String field, String value) {
        return budget.path(part)
                .valueStream()
                .filter(each -> each.path(field).asString().equals(value))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static void tell(Story story, int times) {
        try (EventSender sender = new EventSender()) {
            for (Story.Said said : story.events()) {
                for (int time = 0; time < times; time++) {
                    sender.send(said.event(), said.envelope());
                }
            }
        }
    }

    private Caller api() {
        return new Caller(port);
    }
}
