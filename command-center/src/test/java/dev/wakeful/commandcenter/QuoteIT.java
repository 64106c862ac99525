package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.testing.EventSender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** BUD-7: what an attempt was expected to cost, and from which outcomes, in whatever order it is told. */
@CommandCenterTest
class QuoteIT {

    @LocalServerPort
    private int port;

    @Test
    void theQuoteIsShownWithItsBasis() {
        Story story = Story.about("acme/expected", Instant.now()).reported().started();
        story.say(
                "budget",
                5,
                new BudgetEvent.Reserved(
                        ReservationId.make(Instant.now()),
                        story.swarm,
                        Money.micros(1_920_000),
                        List.of("day"),
                        Instant.now().plusSeconds(600),
                        new BudgetEvent.Expected(
                                Money.micros(180_000),
                                Money.micros(410_000),
                                Duration.ofSeconds(190),
                                Duration.ofSeconds(660),
                                12,
                                "12 outcomes of <codex> on test failures")));
        List<Story.Said> backwards = new ArrayList<>(story.events());
        Collections.reverse(backwards);
        try (EventSender sender = new EventSender()) {
            backwards.forEach(said -> sender.send(said.event(), said.envelope()));
        }
        await().until(() -> detail(story).path("quote").path("basis").isString()
                && detail(story).path("decisions").size() == 2);

        JsonNode quote = detail(story).path("quote");
        assertThat(quote.path("quoteMicros").asLong()).isEqualTo(1_920_000);
        assertThat(quote.path("p50Micros").asLong()).isEqualTo(180_000);
        assertThat(quote.path("p90Millis").asLong()).isEqualTo(660_000);
        assertThat(new Caller(port).get("/tasks/" + story.task).text())
                .contains("12 outcomes of &lt;codex&gt; on test failures", "$0.18", "$0.41", "3 min 10 s");
    }

    /** A question says what such attempts cost so far: those of the same repository and kind of failure. */
    @Test
    void aQuestionIsShownWithWhatSuchAttemptsCost() {
        Story earlier = Story.about("acme/asked", Instant.now()).reported().started();
        earlier.say(
                "budget",
                5,
                new BudgetEvent.Reserved(
                        ReservationId.make(Instant.now()),
                        earlier.swarm,
                        Money.micros(1_920_000),
                        List.of("day"),
                        Instant.now().plusSeconds(600),
                        new BudgetEvent.Expected(
                                Money.micros(170_000),
                                Money.micros(420_000),
                                Duration.ofSeconds(190),
                                Duration.ofSeconds(660),
                                9,
                                "9 outcomes of <codex>")));
        Story later = Story.about("acme/asked", Instant.now().plusSeconds(60)).reported();
        ApprovalId question = later.asks(Money.dollars(5), Duration.ofHours(12));
        Story elsewhere = Story.about("acme/never", Instant.now()).reported();
        ApprovalId unknown = elsewhere.asks(Money.dollars(5), Duration.ofHours(12));
        try (EventSender sender = new EventSender()) {
            List.of(later, elsewhere, earlier)
                    .forEach(story -> story.events().forEach(said -> sender.send(said.event(), said.envelope())));
        }
        await().until(() -> approval(question).at("/expected/basis").isString()
                && approval(unknown).path("id").isString());

        assertThat(approval(question).at("/expected/p50Micros").asLong()).isEqualTo(170_000);
        assertThat(approval(question).at("/expected/p90Millis").asLong()).isEqualTo(660_000);
        assertThat(new Caller(port).get("/approvals/" + question).text())
                .contains("9 outcomes of &lt;codex&gt;", "$0.17", "$0.42");
        assertThat(approval(unknown).path("expected").isNull()).isTrue();
    }

    private JsonNode approval(ApprovalId id) {
        return new Caller(port).get("/api/approvals/" + id).json();
    }

    /** Nobody makes up what is not known. */
    @Test
    void withTooFewOutcomesOnlyTheMostIsSaid() {
        Story story = Story.about("acme/unknown", Instant.now()).reported().started();
        try (EventSender sender = new EventSender()) {
            story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        }
        await().until(() -> detail(story).path("quote").path("quoteMicros").asLong() == 1_920_000);

        assertThat(detail(story).path("quote").path("basis").isNull()).isTrue();
        assertThat(new Caller(port).get("/tasks/" + story.task).text()).contains("too few such attempts have ended");
    }

    private JsonNode detail(Story story) {
        return new Caller(port).get("/api/tasks/" + story.task).json();
    }
}
