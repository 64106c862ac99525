package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Assertions.Strength;
import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a test with what it was: is it switched off, does it assert less, does it forget failures?
 *
 * @param moved keys of assertions that are new anywhere in the change; what moved there is not lost
 */
record TestComparison(Inspected file, List<Line> before, List<Line> after, Set<String> moved) {

    private static final int MOST = 400;

    List<Suspicion> suspicions() {
        Difference difference = Difference.of(before, after);
        List<Suspicion> found = new ArrayList<>();
        difference.added().stream()
                .filter(line -> file.language().disabled().matcher(line.text()).find())
                .forEach(line ->
                        found.add(Hit.added("test-disabled", file.path(), line, "A test does not run any more.")));
        found.addAll(swallowed());
        found.addAll(assertions(difference));
        return found;
    }

    private List<Suspicion> swallowed() {
        Pattern pattern = file.language().swallowed();
        long now = pattern.matcher(joined(after)).results().count();
        if (now <= pattern.matcher(joined(before)).results().count()) {
            return List.of();
        }
        return first(pattern, after)
                .map(line -> Hit.added(
                        "error-swallowed", file.path(), line, "A failure in the test is caught and forgotten."))
                .stream()
                .toList();
    }

    private static String joined(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static Optional<Line> first(Pattern pattern, List<Line> lines) {
        Matcher matcher = pattern.matcher(joined(lines));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int index = (int) joined(lines)
                .substring(0, matcher.start())
                .chars()
                .filter(c -> c == '\n')
                .count();
        return Optional.of(lines.get(index));
    }

    private List<Suspicion> assertions(Difference difference) {
        List<Line> lost = assertions(difference.removed());
        List<Line> made = new ArrayList<>(assertions(difference.added()));
        List<Suspicion> found = new ArrayList<>();
        made.stream()
                .filter(line -> Assertions.strength(line) == Strength.NOTHING)
                .forEach(line -> found.add(
                        Hit.added("assertion-trivial", file.path(), line, "It is true whatever the code does.")));
        for (Line old : lost) {
            partner(old, made)
                    .ifPresentOrElse(
                            now -> {
                                made.remove(now);
                                compare(old, now).ifPresent(found::add);
                            },
                            () -> {
                                if (!moved.contains(old.key())) {
                                    found.add(Hit.removed(
                                            "assertion-removed",
                                            file.path(),
                                            old,
                                            "The test says less about the result than before."));
                                }
                            });
        }
        return found;
    }

    private List<Line> assertions(List<Line> lines) {
        return lines.stream()
                .filter(line -> file.language().assertion().matcher(line.text()).find())
                .limit(MOST)
                .toList();
    }

    private static Optional<Line> partner(Line old, List<Line> made) {
        return made.stream()
                .max(Comparator.comparing((Line now) -> Assertions.sameButForValues(old, now))
                        .thenComparingDouble(now -> Assertions.likeness(old, now)));
    }

    private Optional<Suspicion> compare(Line old, Line now) {
        Optional<Numbers.Weaker> weaker = Numbers.weaker(old, now);
        if (weaker.isPresent()) {
            return weaker.map(found -> Hit.added(found.rule(), file.path(), now, found.why()));
        }
        Strength strength = Assertions.strength(now);
        if (strength != Strength.NOTHING && strength.compareTo(Assertions.strength(old)) < 0) {
            return Optional.of(Hit.added(
                    "assertion-loosened",
                    file.path(),
                    now,
                    "It says less about the result than before: " + old.text()));
        }
        return Assertions.sameButForValues(old, now) && strength != Strength.NOTHING && !stricter(old, now)
                ? Optional.of(Hit.added(
                        "expectation-changed",
                        file.path(),
                        now,
                        "The test expects another result than before: " + old.text()))
                : Optional.empty();
    }

    /** A smaller tolerance is no other expectation. */
    private static boolean stricter(Line old, Line now) {
        return Numbers.weaker(now, old).isPresent();
    }
}
