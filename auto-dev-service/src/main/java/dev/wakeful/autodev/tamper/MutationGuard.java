package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.Mutant.Fate;
import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Touched lines that could do something else without any test noticing (VER-3): one hit for a line, with what was changed in words. Pure. */
public final class MutationGuard {

    /** More than a person reads; the last one says that there are more. */
    static final int MOST = 20;

    private static final int MOST_NAMED = 3;

    private MutationGuard() {}

    /** @param unnoticed mutants on lines that the change touched */
    public static List<Suspicion> inspect(List<FileChange> changes, List<Mutant> unnoticed) {
        Map<Place, List<Mutant>> lines = unnoticed.stream()
                .sorted(Comparator.comparing(Mutant::path).thenComparingInt(Mutant::line))
                .collect(Collectors.groupingBy(
                        mutant -> new Place(mutant.path(), mutant.line()), LinkedHashMap::new, Collectors.toList()));
        List<Suspicion> found = new ArrayList<>();
        lines.entrySet().stream().limit(MOST).forEach(line -> found.add(hit(changes, line.getKey(), line.getValue())));
        if (lines.size() > MOST) {
            found.add(Hit.file(
                    "more", "", (lines.size() - MOST) + " more touched lines can be changed without a test noticing."));
        }
        return found;
    }

    private record Place(String path, int line) {}

    private static Suspicion hit(List<FileChange> changes, Place place, List<Mutant> mutants) {
        boolean runs = mutants.stream().anyMatch(mutant -> mutant.fate() == Fate.SURVIVED);
        String why = (runs ? "No test notices when it does something else: " : "No test runs it; nothing noticed: ")
                + changes(mutants) + ".";
        return Hit.added(
                runs ? "mutation-survived" : "mutation-not-covered",
                place.path(),
                new Line(place.line(), text(changes, place)),
                why);
    }

    private static String changes(List<Mutant> mutants) {
        List<String> words = mutants.stream().map(Mutant::change).distinct().toList();
        return words.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                + (words.size() > MOST_NAMED ? "; …" : "");
    }

    private static String text(List<FileChange> changes, Place place) {
        return changes.stream()
                .flatMap(change -> change.after().stream())
                .filter(side -> side.path().equals(place.path()))
                .flatMap(side -> side.text().stream())
                .flatMap(text -> text.lines().skip(place.line() - 1L).limit(1))
                .map(String::strip)
                .findFirst()
                .orElse("");
    }
}
