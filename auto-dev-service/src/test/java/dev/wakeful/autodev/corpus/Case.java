package dev.wakeful.autodev.corpus;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A broken repository.
 *
 * @param needs programs without which it means nothing
 * @param good its files while it was well; absent: it never was
 * @param bad the files that broke it; one without content is removed
 * @param later what was committed on top
 * @param agent the shell script that is its agent
 * @param absent what no line of the change may have
 * @param expected what should become of it
 */
record Case(
        String name,
        List<String> needs,
        String check,
        @Nullable String fix,
        @Nullable Map<String, @Nullable String> good,
        Map<String, @Nullable String> bad,
        List<Map<String, @Nullable String>> later,
        @Nullable String agent,
        Duration limit,
        List<String> absent,
        Outcome expected) {

    private static final List<String> FILES = List.of("java", "javascript", "python", "c", "shell");

    static List<Case> all() {
        return FILES.stream().flatMap(Case::in).toList();
    }

    private static Stream<Case> in(String file) {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream("/corpus/" + file + ".yaml"))) {
            List<Case> cases = new ArrayList<>();
            StreamSupport.stream(new Yaml().loadAll(in).spliterator(), false)
                    .filter(Objects::nonNull)
                    .forEach(one -> cases.add(of((Map<?, ?>) one)));
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Case of(Map<?, ?> told) {
        Map<String, Object> one = (Map<String, Object>) told;
        return new Case(
                (String) Objects.requireNonNull(one.get("name")),
                (List<String>) one.getOrDefault("needs", List.of()),
                (String) Objects.requireNonNull(one.get("check")),
                (String) one.get("fix"),
                (Map<String, @Nullable String>) one.get("good"),
                (Map<String, @Nullable String>) Objects.requireNonNull(one.get("bad")),
                (List<Map<String, @Nullable String>>) one.getOrDefault("later", List.of()),
                (String) one.get("agent"),
                Duration.ofMillis(Math.round(((Number) one.getOrDefault("minutes", 5)).doubleValue() * 60_000)),
                (List<String>) one.getOrDefault("absent", List.of()),
                Outcome.of((Map<String, Object>) Objects.requireNonNull(one.get("expect"))));
    }

    /** Whether this machine has the programs. */
    boolean canRun() {
        return needs.stream().allMatch(Case::isOnPath);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
