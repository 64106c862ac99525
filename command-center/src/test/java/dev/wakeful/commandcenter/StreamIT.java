package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.testing.EventSender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The live stream loses nothing, whoever comes and goes. */
@CommandCenterTest
@Timeout(60)
class StreamIT {

    @LocalServerPort
    private int port;

    @Test
    void whoComesBackGoesOnWhereHeWas() throws Exception {
        Story story =
                Story.about("acme/stream", Instant.now()).reported().started().mended();
        List<String> seen = new ArrayList<>();
        long last;

        try (Following first = follow(null)) {
            tell(story);
            for (int heard = 0; heard < 5; heard++) {
                seen.add(first.next().path("id").asString());
            }
            last = first.last();
        }
        try (Following second = follow(last)) {
            while (seen.size() < story.events().size()) {
                seen.add(second.next().path("id").asString());
            }
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(story.events().stream()
                        .map(said -> said.envelope().id().value())
                        .toList());
    }

    @Test
    void aClientThatReadsNothingHoldsUpNobody() throws Exception {
        Story story =
                Story.about("acme/slow", Instant.now()).reported().started().mended();

        try (Following slow = follow(0L);
                Following quick = follow(null)) {
            tell(story);
            List<String> seen = new ArrayList<>();
            while (seen.size() < story.events().size()) {
                seen.add(quick.next().path("id").asString());
            }

            assertThat(slow).isNotNull();
            assertThat(seen).doesNotHaveDuplicates();
        }
    }

    private static void tell(Story story) {
        try (EventSender sender = new EventSender()) {
            story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        }
    }

    private Following follow(@org.jspecify.annotations.Nullable Long last) throws Exception {
        HttpRequest.Builder request = new Caller(port).request("/api/stream");
        if (last != null) {
            request.header("Last-Event-ID", Long.toString(last));
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        return new Following(response.body());
    }

    /** One client of the stream. */
    private static final class Following implements AutoCloseable {

        private final InputStream body;
        private final BufferedReader lines;
        private long last;

        Following(InputStream body) throws IOException {
            this.body = body;
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            while (!lines.readLine().startsWith("id: ")) {
                // what comes before the first position is of no interest
            }
        }

        JsonNode next() throws IOException {
            while (true) {
                String line = lines.readLine();
                if (line.startsWith("id: ")) {
                    last = Long.parseLong(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    JsonNode event = Caller.JSON.readTree(line.substring(6));
                    assertThat(event.path("n").asLong()).isEqualTo(last);
                    return event;
                }
            }
        }

        long last() {
            return last;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
