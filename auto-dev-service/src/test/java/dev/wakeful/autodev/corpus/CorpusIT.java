package dev.wakeful.autodev.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            "wakeful.auto-dev.agents.scripted.kind=command",
            "wakeful.auto-dev.agents.scripted.command=sh .agent.sh",
        })
class CorpusIT {

    private static final String AGENT = ".agent.sh";

    @TempDir
    Path sources;

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
        assertThat(cases).hasSizeGreaterThanOrEqualTo(21);
        assertThat(outcomes(actual)).isEqualTo(expected(cases));
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
                one.check(),
                one.fix());
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

    private static Map<String, String> outcomes(Map<Case, Outcome> actual) {
        return actual.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().name(), each -> each.getValue().toString()));
    }

    private static Map<String, String> expected(List<Case> cases) {
        return cases.stream()
                .collect(Collectors.toMap(Case::name, one -> one.expected().toString()));
    }

    private static String table(Map<Case, Outcome> actual) {
        return actual.entrySet().stream()
                .map(each -> "| %s | %s | %s | %s |"
                        .formatted(
                                each.getKey().name(),
                                each.getKey().expected(),
                                each.getValue(),
                                each.getValue().equals(each.getKey().expected()) ? "" : "**differs**"))
                .collect(Collectors.joining("\n", "| repository | expected | actual | |\n|---|---|---|---|\n", "\n"));
    }
}
