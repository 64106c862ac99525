package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people and the command line may say, and what they are told when it cannot be. */
@CommandCenterTest
class ApiIT {

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(directory.resolve("shop"));
        Files.createDirectories(repository.resolve(".git/objects"));
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/trunk\n");
    }

    @Test
    void aRepositoryIsPutUnderWatchChangedAndTakenOut() {
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            Caller.Answer added = api().post("/api/repositories", asked("acme/api", "mvn -q test"));

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.json().path("branch").asString()).isEqualTo("trunk");
            assertThat(probe.await(ControlEvent.RepositoryAdded.class, event -> true)
                            .repository()
                            .path())
                    .isEqualTo(repository.toString());
            await().until(() -> check("acme/api").equals("mvn -q test"));

            assertThat(api().post("/api/repositories", asked("ACME/api", "make test"))
                            .status())
                    .isEqualTo(201);
            await().until(() -> check("acme/api").equals("make test"));

            assertThat(api().delete("/api/repositories/acme/api").status()).isEqualTo(204);
            await().until(() -> check("acme/api").isEmpty());
            assertThat(api().delete("/api/repositories/acme/api").status()).isEqualTo(404);
        }
    }

    @Test
    void writingNeedsTheToken() {
        Caller.Answer without =
                api().send(api().request("/api/repositories").POST(HttpRequest.BodyPublishers.ofString("{}")));
        Caller.Answer wrong = api().send(api().request("/api/repositories/a/b")
                .header("Authorization", "Bearer guess")
                .DELETE());

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.detail()).contains("Authorization: Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(api().get("/api/repositories").status()).isEqualTo(200);
    }

    @Test
    void aNameThatIsNotThisMachinesIsTurnedAway() throws IOException {
        assertThat(answerTo("evil.example")).startsWith("HTTP/1.1 421");
        assertThat(answerTo("127.0.0.1.evil.example:" + port)).startsWith("HTTP/1.1 421");
        assertThat(answerTo("localhost:" + port)).startsWith("HTTP/1.1 200");
        assertThat(answerTo("[::1]:" + port)).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatCannotBeWatchedIsRefusedWithTheReason() {
        assertRefused(Map.of("name", "shop"), "owner/name");
        assertRefused(Map.of("path", "relative/shop"), "absolute");
        assertRefused(Map.of("path", directory + "/nowhere"), "no directory");
        assertRefused(Map.of("path", directory.toString()), "no Git repository");
        assertRefused(Map.of("check", " "), "'check' is missing");
        assertRefused(Map.of("branch", "-rf"), "branch");
        assertThat(api().post("/api/repositories", "{\"name\":").status()).isEqualTo(400);
        assertThat(api().post("/api/repositories", "[]").detail()).contains("JSON object");
    }

    @Test
    void aDetachedHeadNeedsABranch() throws IOException {
        Files.writeString(repository.resolve(".git/HEAD"), "5f0d3c9a115f0d3c9a115f0d3c9a115f0d3c9a11\n");

        assertRefused(Map.of(), "name the branch");
    }

    @Test
    void aBareRepositoryIsOneToo() throws IOException {
        Path bare = Files.createDirectories(directory.resolve("bare.git"));
        Files.createDirectories(bare.resolve("objects"));
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
        Map<String, String> request = asked("acme/bare", "true");
        request.put("path", bare.toString());

        assertThat(api().post("/api/repositories", request)
                        .json()
                        .path("branch")
                        .asString())
                .isEqualTo("main");
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThat(api().get("/api/tasks/task-none").status()).isEqualTo(404);
        assertThat(api().get("/api/tasks/task-none").detail()).contains("/api/tasks");
        assertThat(api().post("/api/dead-letters/999999/replay", "").status()).isEqualTo(404);
        assertThat(api().get("/api/nothing").status()).isEqualTo(404);
        assertThat(api().get("/tasks/task-none").status()).isEqualTo(404);
        assertThat(api().get("/api/events?after=x").detail()).contains("whole number");
    }

    @Test
    void everyAnswerForbidsTheBrowserWhatThePagesDoNotNeed() throws IOException {
        assertThat(answerTo("localhost"))
                .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer");
    }

    private void assertRefused(Map<String, String> change, String reason) {
        Map<String, String> request = asked("acme/refused", "true");
        request.putAll(change);
        Caller.Answer answer = api().post("/api/repositories", request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(reason);
    }

    private Map<String, String> asked(String name, String check) {
        return new HashMap<>(Map.of("name", name, "path", repository.toString(), "check", check));
    }

    private String check(String name) {
        return api().get("/api/repositories")
                .json()
                .path("repositories")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .map(each -> each.path("check").asString())
                .findFirst()
                .orElse("");
    }

    private String answerTo(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Caller api() {
        return new Caller(port);
    }
}
