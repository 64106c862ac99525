package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.autodev.tamper.LineRule.View;
import dev.wakeful.autodev.tamper.LineRule.When;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is told by a file's path and single lines of it. */
final class FileRules {

    private static final Set<FileKind> NUMBERED = EnumSet.of(
            FileKind.TEST,
            FileKind.BUILD,
            FileKind.RUNNER,
            FileKind.RUNNER_SETTINGS,
            FileKind.SCRIPT,
            FileKind.CI,
            FileKind.LINT,
            FileKind.COVERAGE,
            FileKind.WAKEFUL);
    private static final int MOST_COMPARED = 500;

    private final Inspected file;

    FileRules(Inspected file) {
        this.file = file;
    }

    List<Suspicion> suspicions() {
        List<Suspicion> found = new ArrayList<>();
        WholeFileRule.ALL.stream()
                .filter(rule -> rule.isFor(file))
                .map(this::whole)
                .forEach(found::add);
        LineRule.ALL.stream()
                .filter(rule -> rule.isFor(file.kinds()))
                .flatMap(this::lines)
                .forEach(found::add);
        found.addAll(ModuleLists.suspicions(file));
        found.addAll(SurefireRules.suspicions(file));
        if (file.isTest() || file.kinds().contains(FileKind.RUNNER)) {
            LeftEarly.exits(file).forEach(found::add);
        }
        if (file.kinds().stream().anyMatch(NUMBERED::contains)) {
            found.addAll(numbers());
        }
        return found;
    }

    private Suspicion whole(WholeFileRule rule) {
        Difference difference = file.raw();
        int lines = difference.added().size() + difference.removed().size();
        String why = rule.why() + " " + lines + (lines == 1 ? " line is" : " lines are") + " not as before.";
        return difference.added().stream()
                .findFirst()
                .map(line -> Hit.added(rule.id(), file.path(), line, why))
                .or(() -> difference.removed().stream()
                        .findFirst()
                        .map(line -> Hit.removed(rule.id(), file.path(), line, why)))
                .orElseGet(() -> Hit.file(rule.id(), file.path(), rule.why()));
    }

    private Stream<Suspicion> lines(LineRule rule) {
        Difference difference = rule.view() == View.CODE ? file.code() : file.raw();
        return rule.when() == When.ADDED
                ? difference.added().stream()
                        .filter(line -> rule.line().matcher(line.text()).find())
                        .map(line -> Hit.added(rule.id(), file.path(), line, rule.why()))
                : file.isGone() && !file.kinds().contains(FileKind.BUILD)
                        ? Stream.of()
                        : difference.removed().stream()
                                .filter(line -> rule.line().matcher(line.text()).find())
                                .map(line -> Hit.removed(rule.id(), file.path(), line, rule.why()));
    }

    /** Assertions are compared within their test. */
    private List<Suspicion> numbers() {
        Difference difference = file.code();
        List<Line> left = new ArrayList<>(
                difference.removed().stream().limit(MOST_COMPARED).toList());
        List<Suspicion> found = new ArrayList<>();
        difference.added().stream()
                .limit(MOST_COMPARED)
                .filter(line ->
                        !file.language().assertion().matcher(line.text()).find())
                .forEach(line -> weaker(line, left).ifPresent(found::add));
        return found;
    }

    private Optional<Suspicion> weaker(Line line, List<Line> left) {
        for (Line old : left) {
            Optional<Numbers.Weaker> weaker = Numbers.weaker(old, line);
            if (weaker.isPresent()) {
                left.remove(old);
                return weaker.map(found -> Hit.added(found.rule(), file.path(), line, found.why()));
            }
        }
        return Optional.empty();
    }
}
