package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
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

    private static final HttpServer MIRROR = mirror();

    private static final Path HERE = codex();

    private final Outside outside = new Outside();

    private static HttpServer mirror() {
        try {
            HttpServer mirror = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 10);
            mirror.createContext("/", exchange -> {
                byte[] said = "downloaded\n".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, said.length);
                exchange.getResponseBody().write(said);
                exchange.close();
            });
            mirror.start();
            return mirror;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path codex() {
        try {
            Path program = Files.createTempDirectory("agents").resolve("codex");
            Files.writeString(program, "#!/bin/sh\necho codex-cli 0.170.1\n");
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void allow(DynamicPropertyRegistry registry) {
        registry.add("wakeful.gateway-secret", () -> "a-secret-of-at-least-thirty-two-characters");
        registry.add("wakeful.auto-dev.agents.here.kind", () -> "codex");
        registry.add("wakeful.auto-dev.agents.here.command", HERE::toString);
        registry.add("wakeful.auto-dev.agents.here.model", () -> "some");
        registry.add("wakeful.auto-dev.agents.lost.kind", () -> "acp");
        registry.add("wakeful.auto-dev.agents.lost.command", () -> "not-installed-anywhere --acp");
        registry.add("wakeful.auto-dev.agents.line.kind", () -> "command");
        registry.add("wakeful.auto-dev.agents.line.command", () -> "echo nothing");
        registry.add("wakeful.auto-dev.sandbox.downloads.enabled", () -> "true");
        registry.add(
                "wakeful.auto-dev.sandbox.downloads.hosts",
                () -> "127.0.0.2:" + MIRROR.getAddress().getPort() + " private");
    }

    @AfterAll
    static void closeTheMirror() {
        MIRROR.stop(0);
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

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

    /** Item 2: what a swarm's commands download is said while they do, and kept. */
    @Test
    void whatASwarmDownloadsIsToldAndKept() throws Exception {
        SampleRepository repository = new SampleRepository(directory.resolve("mall"));
        Revision good = repository.commit("Open the mall", "a.txt", "fine");
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        String check = "bash -c 'exec 3<>/dev/tcp/127.0.0.1/'${https_proxy##*:}'; printf \"GET http://127.0.0.2:"
                + MIRROR.getAddress().getPort()
                + "/list HTTP/1.1\\r\\n\\r\\n\" >&3; grep -q downloaded <&3' && " + SampleRepository.CHECK;
        SwarmRequested request = Requests.requested(
                new WatchedRepository(
                        new RepositoryName("acme/mall"), repository.path().toString(), "main", check, null),
                base,
                good);

        outside.order(request);
        outside.completed(request);

        assertThat(outside.heard(SwarmEvent.Progressed.class, request))
                .filteredOn(progress -> progress.step().equals("downloads"))
                .extracting(SwarmEvent.Progressed::message)
                .isNotEmpty()
                .allMatch("Downloaded 1 KiB from 127.0.0.2 (1)"::equals);
        assertThat(get("/artefacts/" + request.swarm().value() + "/downloads.log"))
                .contains("fetched", "GET\t127.0.0.2:", "/list");
    }

    /** Item 2: doctor tests it for real. */
    @Test
    void whatHeldIsToldToTheDoctor() throws Exception {
        String findings = get("/sandbox");

        assertThat(findings)
                .contains("\"sandbox\":\"bubblewrap\"", "\"secret\"", "\"network\"", "\"symlink\"", "\"git-hook\"")
                .contains(
                        "\"downloads\":\"on, from 127.0.0.2:",
                        "a host that is not on the list could not be downloaded from")
                .contains("\"held\":true")
                .doesNotContain("\"held\":false");
        assertThat(findings)
                .as("an agent that is there, one that is not, and none of those that are a line of a shell (DEV-3)")
                .contains("{\"name\":\"here\",\"kind\":\"codex\",\"program\":\"" + HERE
                        + "\",\"found\":true,\"says\":\"codex-cli 0.170.1\"}")
                .contains("\"name\":\"lost\",\"kind\":\"acp\",\"program\":\"not-installed-anywhere\",\"found\":false")
                .doesNotContain("\"name\":\"line\"");
    }
}
