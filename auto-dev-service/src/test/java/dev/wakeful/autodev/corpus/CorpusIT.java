package dev.wakeful.autodev.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Marked;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * What becomes of broken repositories in five languages, with agents that mend, lie, die, tamper and run away (DEV-2, DEV-4, VER-2 to VER-4,
 * needs rows 9, 11, 12): for each what was expected, and all equal. The table is written to {@code target/corpus.md}.
 */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.sandbox.kind=bubblewrap",
            "wakeful.auto-dev.sandbox.limits.disk-mb=64",
            // so that a check knows how often it ran: nothing else outlives a run
            "wakeful.auto-dev.sandbox.readable=${wakeful.auto-dev.directory}/artefacts",
            "wakeful.auto-dev.agents.scripted.kind=command",
            "wakeful.auto-dev.agents.scripted.command=sh .agent.sh",
        })
class CorpusIT {

    private static final String AGENT = ".agent.sh";

    /** {@code .ci/run} installs what the corpus needs; elsewhere it is what there is. */
    private static final boolean MOST_PROGRAMS_ARE_HERE = "true".equals(System.getenv("CI"));

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    private final Map<Case, String> before = new LinkedHashMap<>();
    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void everyBrokenRepositoryEndsAsItShould() throws IOException {
        List<Case> cases = Case.all().stream().filter(Case::canRun).toList();
        Map<Case, SwarmRequested> ordered = new LinkedHashMap<>();
        cases.forEach(one -> ordered.put(one, order(one)));

        await().atMost(Duration.ofMinutes(8))
                .until(() -> ordered.values().stream()
                        .allMatch(request -> end(request).isPresent()));

        Map<Case, Outcome> actual = new LinkedHashMap<>();
        ordered.forEach(
                (one, request) -> actual.put(one, Outcome.of(end(request).orElseThrow())));
        Files.writeString(Path.of("target", "corpus.md"), table(actual));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(MOST_PROGRAMS_ARE_HERE ? 40 : 21);
        assertThat(table(actual).lines().filter(line -> line.endsWith("**differs** |")))
                .isEmpty();
        ordered.forEach(this::assertNothingIsLeft);
    }

    /** Whatever became of it: its processes and files are gone, its change is clean, and the watched repository is as it was. */
    private void assertNothingIsLeft(Case one, SwarmRequested request) {
        assertThat(Marked.by(request.swarm())).as(one.name()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.notExists(
                        data.resolve("workspaces").resolve(request.swarm().value())));
        outside.heard(SwarmEvent.Completed.class, request)
                .forEach(completed -> assertThat(one.absent())
                        .as(one.name())
                        .noneMatch(completed.diff().text()::contains));
        assertThat(state(new SampleRepository(sources.resolve(one.name()))))
                .as(one.name())
                .isEqualTo(before.get(one));
    }

    /** All that could be changed in it. */
    private static String state(SampleRepository repository) {
        return String.join(
                "\n",
                repository.git("status", "--porcelain", "--ignored"),
                repository.git("for-each-ref"),
                repository.git("rev-parse", "HEAD"),
                repository.git("count-objects", "-v"),
                repository.git("config", "--list", "--local"),
                repository.git("ls-files", "--stage"));
    }

    private SwarmRequested order(Case one) {
        SampleRepository repository = new SampleRepository(sources.resolve(one.name()));
        if (one.good() != null) {
            write(repository, one.good());
            repository.commit("All is well", AGENT, one.agent() == null ? "exit 1\n" : one.agent());
        }
        write(repository, one.bad());
        Revision base = repository.commit("Break it", AGENT, one.agent() == null ? "exit 1\n" : one.agent());
        for (Map<String, @Nullable String> files : one.later()) {
            write(repository, files);
            base = repository.commit("Go on", AGENT, one.agent() == null ? "exit 1\n" : one.agent());
        }
        WatchedRepository watched = new WatchedRepository(
                new RepositoryName("corpus/" + one.name()),
                repository.path().toString(),
                "main",
                one.check().replace("{artefacts}", data.resolve("artefacts").toString()),
                one.fix());
        before.put(one, state(repository));
        SwarmRequested request = Requests.requested(watched, base, null, one.limit());
        outside.order(request);
        return request;
    }

    private static void write(SampleRepository repository, Map<String, @Nullable String> files) {
        files.forEach((name, content) -> {
            try {
                Path file = repository.path().resolve(name);
                Files.createDirectories(file.getParent());
                if (content == null) {
                    Files.delete(file);
                } else {
                    Files.writeString(file, content);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private Optional<SwarmEvent> end(SwarmRequested request) {
        return Stream.of(SwarmEvent.Completed.class, SwarmEvent.Failed.class, SwarmEvent.Stopped.class)
                .flatMap(type -> outside.heard(type, request).stream())
                .map(SwarmEvent.class::cast)
                .findFirst();
    }

    private static String table(Map<Case, Outcome> actual) {
        return actual.entrySet().stream()
                .map(each -> "| %s | %s | %s | %s |"
                        .formatted(
                                each.getKey().name(),
                                each.getKey().expected(),
                                each.getValue(),
                                each.getValue().isAs(each.getKey().expected()) ? "" : "**differs**"))
                .collect(Collectors.joining("\n", "| repository | expected | actual | |\n|---|---|---|---|\n", "\n"));
    }
}
