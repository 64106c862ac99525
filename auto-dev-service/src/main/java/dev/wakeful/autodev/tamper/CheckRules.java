package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs as the check itself: every line of its scripts and of the recipes of its targets that is not as before is a hit. */
final class CheckRules {

    private static final String RULE = "check-command-changed";
    private static final String SCRIPT = "The script that runs as the check does something else from now on.";
    private static final String RECIPE = "What runs as the project's check is another from now on.";

    private final Inspected file;
    private final ProofCommands proof;

    CheckRules(Inspected file, ProofCommands proof) {
        this.file = file;
        this.proof = proof;
    }

    List<Suspicion> suspicions() {
        if (file.isNew()) {
            return List.of();
        }
        if (proof.runs(file.path())) {
            return changed(file.before().lines(), file.after().lines(), SCRIPT);
        }
        return Recipes.areIn(file.path()) ? recipes() : scripts();
    }

    /** Scripts of a package that the check's commands name. */
    private List<Suspicion> scripts() {
        return file.path().endsWith("package.json")
                ? file.code().removed().stream()
                        .filter(line -> proof.names().stream()
                                .anyMatch(name -> line.text().startsWith("\"" + name + "\"")))
                        .map(line -> Hit.removed(RULE, file.path(), line, RECIPE))
                        .toList()
                : List.of();
    }

    /** A target that was not there before checks something more. */
    private List<Suspicion> recipes() {
        Map<String, List<Line>> before = Recipes.of(file.path(), file.before(), proof::runsTarget);
        Map<String, List<Line>> after = Recipes.of(file.path(), file.after(), proof::runsTarget);
        List<Suspicion> found = new ArrayList<>();
        before.forEach((target, lines) -> found.addAll(changed(lines, after.getOrDefault(target, List.of()), RECIPE)));
        return found.stream().distinct().toList();
    }

    private List<Suspicion> changed(List<Line> before, List<Line> after, String why) {
        Difference difference = Difference.of(before, after);
        List<Suspicion> found = new ArrayList<>();
        difference.added().forEach(line -> found.add(Hit.added(RULE, file.path(), line, why)));
        difference.removed().forEach(line -> found.add(Hit.removed(RULE, file.path(), line, why)));
        return found.isEmpty() ? moved(before, after, why) : found;
    }

    /** In a script the order counts: what stands behind an end does not run. */
    private List<Suspicion> moved(List<Line> before, List<Line> after, String why) {
        for (int i = 0; i < after.size(); i++) {
            if (!after.get(i).key().equals(before.get(i).key())) {
                return List.of(Hit.added(RULE, file.path(), after.get(i), why));
            }
        }
        return List.of();
    }
}
