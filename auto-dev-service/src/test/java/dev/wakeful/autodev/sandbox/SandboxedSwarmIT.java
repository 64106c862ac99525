package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** A whole swarm whose commands run in bubblewrap (DEV-4, VER-1). */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.sandbox.kind=bubblewrap")
class SandboxedSwarmIT {

    @TempDir
    Path directory;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Sandbox sandbox;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void aSwarmFindsAndProvesWithoutSeeingTheHost() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        SampleRepository repository = new SampleRepository(directory.resolve("shop"));
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        Revision culprit = repository.commit("Sell more", "a.txt", "broken");
        Revision base = repository.commit("Hang a lamp", "d.txt", "fine");
        String config = Files.readString(repository.path().resolve(".git/config"));
        String check = "cat " + secret + "; git log --oneline | head -1; git status --porcelain; echo evil >> "
                + repository.path() + "/.git/config; echo evil > .git/config; rm -f .git/index; "
                + SampleRepository.CHECK;
        SwarmRequested request = Requests.requested(
                new WatchedRepository(
                        new RepositoryName("acme/shop"), repository.path().toString(), "main", check, null),
                base,
                good);

        outside.order(request);
        SwarmEvent.Completed completed = outside.completed(request);

        assertThat(sandbox.name()).isEqualTo("bubblewrap");
        assertThat(completed.culprit()).extracting(SwarmEvent.Culprit::revision).isEqualTo(culprit);
        assertThat(completed.evidence()).noneMatch(each -> each.tail().contains("s3cret"));
        assertThat(completed.evidence().getFirst().tail()).contains("Hang a lamp");
        assertThat(repository.path().resolve(".git/config")).hasContent(config);
    }

    /** Item 2: doctor tests it for real. */
    @Test
    void whatHeldIsToldToTheDoctor() throws Exception {
        String findings = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(findings)
                .contains("\"sandbox\":\"bubblewrap\"", "\"secret\"", "\"network\"", "\"symlink\"", "\"git-hook\"")
                .contains("\"held\":true")
                .doesNotContain("\"held\":false");
    }
}
