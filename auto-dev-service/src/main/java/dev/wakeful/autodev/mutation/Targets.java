package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.FileChange.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The touched lines of main sources in Maven's layout, by file. Pure.
 *
 * @param sources those that are looked at
 * @param leftOut how many more there are
 */
public record Targets(List<Source> sources, int leftOut) {

    private static final Pattern MAIN =
            Pattern.compile("((?:[\\w.-]+/)*)(src/main/java/)((?:[\\w$]+/)*[\\w$]+)\\.java");

    /**
     * A main source of which lines were touched.
     *
     * @param module the directory of its Maven module, which ends with a slash, or nothing for the top
     * @param name of its class, with the package
     */
    public record Source(String path, String module, String name, Set<Integer> lines) {}

    public Targets {
        sources = List.copyOf(sources);
    }

    /**
     * @param most how many files are looked at: those with the most touched lines
     * @param isMaven whether a directory is a module of Maven
     */
    public static Targets of(List<FileChange> changes, int most, Predicate<String> isMaven) {
        List<Source> all = changes.stream()
                .filter(change -> change.after()
                        .filter(side -> side.type() == Type.FILE && side.text().isPresent())
                        .isPresent())
                .flatMap(Targets::source)
                .filter(source -> !source.lines().isEmpty() && isMaven.test(source.module()))
                .sorted(Comparator.comparingInt(
                                (Source source) -> -source.lines().size())
                        .thenComparing(Source::path))
                .toList();
        return new Targets(all.stream().limit(most).toList(), Math.max(0, all.size() - most));
    }

    private static Stream<Source> source(FileChange change) {
        Matcher path = MAIN.matcher(change.path());
        return path.matches()
                ? Stream.of(new Source(
                        change.path(), path.group(1), path.group(3).replace('/', '.'), TouchedLines.of(change)))
                : Stream.of();
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** By module, in order. */
    public Map<String, List<Source>> byModule() {
        return sources.stream().collect(Collectors.groupingBy(Source::module, TreeMap::new, Collectors.toList()));
    }

    /** Whether the change touched the line that was mutated. */
    public boolean touch(Mutant mutant) {
        return sources.stream()
                .anyMatch(source ->
                        source.path().equals(mutant.path()) && source.lines().contains(mutant.line()));
    }
}
