package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * A repository of 100,000 files (bad input of issue 4): cut, checked, changed and bundled within the swarm's time. It writes them three times, which takes
 * a minute and more, so it runs only where {@code CI} is true.
 */
@AutoDevTest
@EnabledIfEnvironmentVariable(named = "CI", matches = "true")
@TestPropertySource(properties = "wakeful.auto-dev.sandbox.kind=bubblewrap")
class ManyFilesIT {

    private static final int FILES = 100_000;
    private static final int IN_ONE = 500;

    private static final String NAME = "part-%03d/a-name-as-long-as-they-are-in-large-repositories-%06d.txt";

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void aHundredThousandFilesAreCutCheckedAndChanged() throws Exception {
        Path repository = imported();
        Revision base = new Revision(SampleRepository.git(repository, "rev-parse", "main"));
        String before = SampleRepository.git(repository, "count-objects", "-v");
        WatchedRepository watched = new WatchedRepository(
                new RepositoryName("acme/many"),
                repository.toString(),
                "main",
                "test $(find . -name '*.txt' | wc -l) = " + FILES + " && ! grep -q broken part-100/*",
                "sed -i s/broken/mended/ part-100/*");
        SwarmRequested request = Requests.requested(watched, base, null, Duration.ofMinutes(10));

        outside.order(request);
        await().atMost(Duration.ofMinutes(11))
                .until(() -> ended(request).findFirst().isPresent());

        assertThat(ended(request)).first().isInstanceOf(SwarmEvent.Completed.class);
        SwarmEvent.Completed completed = outside.completed(request);
        assertThat(completed.strategy()).isEqualTo("run-command");
        assertThat(completed.diff())
                .extracting(SwarmEvent.Diff::files, SwarmEvent.Diff::added, SwarmEvent.Diff::removed)
                .containsExactly(IN_ONE, IN_ONE, IN_ONE);
        assertThat(outside.heard(SwarmEvent.WorkspaceChanged.class, request))
                .anyMatch(changed -> changed.files() > FILES);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Files.notExists(data.resolve("workspaces/" + request.swarm())));
        assertThat(SampleRepository.git(repository, "count-objects", "-v")).isEqualTo(before);
        SampleRepository.git(
                repository,
                "fetch",
                "--quiet",
                data.resolve("artefacts/" + request.swarm() + "/fix.bundle").toString(),
                "wakeful/" + request.task());
    }

    private Stream<SwarmEvent> ended(SwarmRequested request) {
        return Stream.concat(
                outside.heard(SwarmEvent.Completed.class, request).stream(),
                outside.heard(SwarmEvent.Failed.class, request).stream());
    }

    /** Without writing a single one of them. */
    private Path imported() throws IOException, InterruptedException {
        Path repository = sources.resolve("many.git");
        SampleRepository.git(sources, "init", "--quiet", "--bare", "--initial-branch=main", repository.toString());
        Process importing = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectOutput(sources.resolve("import.log").toFile())
                .start();
        try (OutputStream out = new BufferedOutputStream(importing.getOutputStream(), 1 << 16)) {
            write(out, "commit refs/heads/main\ncommitter Ada <ada@example.org> 0 +0000\ndata 4\nMany\n");
            write(out, "M 100644 inline .wakeful.yaml\ndata 13\nred-again: 0\n\n");
            for (int n = 0; n < FILES; n++) {
                String content = "broken " + n + "\n";
                write(out, "M 100644 inline " + NAME.formatted(n / IN_ONE, n) + "\ndata " + content.length() + "\n");
                write(out, content + "\n");
            }
        }
        assertThat(importing.waitFor()).isZero();
        return repository;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
