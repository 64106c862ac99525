package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = CommandCenterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=common-service,command-center", "wakeful.command-center.token=secret"})
@ContextConfiguration(initializers = RealInfrastructure.class)
class ProjectionIT {

    @LocalServerPort
    private int port;

    @Test
    void theWholeStoryIsShown() throws Exception {
        Story story = Story.about("acme/first", Instant.now())
                .installed()
                .reported()
                .started()
                .mended();
        try (EventSender sender = new EventSender()) {
            story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        }
        await().until(() -> get("/api/tasks").contains("PROPOSED"));
        assertThat(get("/api/tasks/" + story.task)).contains("reactionMillis");
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
