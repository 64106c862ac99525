package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.process.Place;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEV-4; what an engine would be told, and a stand-in for its client. No engine is run here. */
class ContainerSandboxTest {

    @TempDir
    Path directory;

    private Path engine;
    private Place place;
    private ContainerSandbox sandbox;

    @BeforeEach
    void install() throws Exception {
        engine = directory.resolve("engine");
        Files.writeString(
                engine,
                "#!/bin/sh\necho \"$@\" >> " + directory
                        + "/told\nif [ \"$1\" = run ]; then echo started; exec sleep 1000; fi\n");
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
        place = new Place(
                "swarm-1:1",
                Files.createDirectories(directory.resolve("tree")),
                Files.createDirectories(directory.resolve("home")),
                Files.createDirectories(directory.resolve("tmp")));
        sandbox = new ContainerSandbox(
                new SandboxProperties(SandboxProperties.Kind.CONTAINER, List.of(), engine.toString(), "tools:1"),
                new Doorway(directory.resolve("sandbox")),
                Locked.WIDE,
                directory.resolve("lives"));
    }

    @Test
    void theEngineIsToldToLockItIn() {
        Enclosure enclosure = new Enclosure(
                place,
                List.of(Path.of("/srv/objects")),
                Map.of("TOKEN", "t0ken"),
                URI.create("http://127.0.0.1:1"),
                UnixDomainSocketAddress.of("/tmp/of-this-command.sock"));

        ProcessBuilder builder = sandbox.enclose(enclosure, List.of("make", "test"));

        assertThat(String.join(" ", builder.command()))
                .contains(
                        "--network none",
                        "--cap-drop ALL",
                        "--security-opt no-new-privileges",
                        "--read-only",
                        "--pids-limit 512",
                        "--memory 2048m",
                        "--volume " + place.directory() + ":" + place.directory() + ":rw",
                        "--volume /srv/objects:/srv/objects:ro",
                        "/run/wakeful/gateway.sock",
                        "--volume /tmp/of-this-command.sock:/run/wakeful/downloads.sock:ro",
                        "--env https_proxy=http://127.0.0.1:8425",
                        "--env TOKEN ",
                        "--env HOME=" + place.home())
                .endsWith("8424 /run/wakeful/gateway.sock 8425 /run/wakeful/downloads.sock -- make test")
                .doesNotContain("t0ken", "--env PATH", "--privileged");
        assertThat(builder.environment())
                .containsEntry("TOKEN", "t0ken")
                .containsEntry("WAKEFUL_SWARM", "swarm-1:1")
                .doesNotContainEntry("HOME", place.home().toString());
    }

    /** The container does not outlive its client, however that ends. */
    @Test
    void theContainerEndsWithItsClient() throws Exception {
        Process client = sandbox.enclose(new Enclosure(place, List.of(), Map.of(), null), List.of("true"))
                .start();
        assertThat(client.inputReader().readLine()).isEqualTo("started");

        client.destroyForcibly();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(Files.readString(directory.resolve("told"))).contains("rm --force wakeful-"));
    }
}
