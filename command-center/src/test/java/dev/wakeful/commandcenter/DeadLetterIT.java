package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventSender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What nobody can handle is kept byte for byte, shown, and goes back when a person says so. */
@CommandCenterTest
class DeadLetterIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLetterIsKeptAndReplayedOnce() {
        Envelope envelope = poison("{\"task\": 1}");
        JsonNode letter = awaitLetters(envelope, 1).getFirst();
        assertThat(letter.path("topic").asString()).isEqualTo(Stream.TASK.topic());
        assertThat(letter.path("type").asString()).isEqualTo("task.closed.v1");
        assertThat(letter.path("error").asString()).contains("does not fit");
        assertThat(letter.path("replayedAt").isNull()).isTrue();

        String replay = "/api/dead-letters/" + letter.path("id").asLong() + "/replay";
        assertThat(api().post(replay, "").status()).isEqualTo(202);
        awaitLetters(envelope, 2);
        assertThat(api().post(replay, "").status()).isEqualTo(202);
        Envelope later = poison("{}");
        awaitLetters(later, 1);

        List<JsonNode> letters = letters(envelope);
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().path("replayedAt").isNull()).isFalse();
        assertThat(jdbc.sql("""
                select count(distinct (topic, key, value, headers)) from dead_letter where subject = :subject
                """)
                        .param("subject", envelope.subject())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Envelope poison(String body) {
        Story story =
                Story.about("acme/poison", Instant.now()).reported().started().mended();
        Envelope model = story.events().getLast().envelope();
        Envelope envelope = new Envelope(
                model.id(),
                model.source(),
                "task.closed.v1",
                model.subject(),
                model.time(),
                model.lineage(),
                null,
                null);
        try (EventSender sender = new EventSender()) {
            sender.sendRaw(Stream.TASK.topic(), envelope, body.getBytes(StandardCharsets.UTF_8));
        }
        return envelope;
    }

    private List<JsonNode> awaitLetters(Envelope envelope, int number) {
        await().until(() -> letters(envelope).size() == number);
        return letters(envelope);
    }

    private List<JsonNode> letters(Envelope envelope) {
        return api().get("/api/dead-letters")
                .json()
                .path("deadLetters")
                .valueStream()
                .filter(letter -> letter.path("subject").asString("").equals(envelope.subject()))
                .toList();
    }

    private Caller api() {
        return new Caller(port);
    }
}
