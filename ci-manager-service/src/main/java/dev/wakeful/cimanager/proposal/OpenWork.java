package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.forge.DryMerges;
import dev.wakeful.cimanager.forge.DryMerges.Collision;
import java.util.List;
import java.util.stream.Collectors;

/** What a pull request says of other open work that it cannot be merged together with (PLAN-8). */
final class OpenWork {

    private static final int MOST_FILES = 20;

    private OpenWork() {}

    /** Empty where all goes together. */
    static String of(DryMerges merges, String target) {
        return behind(merges, target) + collisions(merges, target) + untried(merges);
    }

    private static String behind(DryMerges merges, String target) {
        return merges.collisions().stream()
                .filter(each -> each.branch().equals(target))
                .findFirst()
                .map(each -> "## Does not merge with the watched branch any more\n\n"
                        + "That branch has moved on since the revision this change was proven on, and both changed the same lines.\n\n"
                        + place(each) + "\n")
                .orElse("");
    }

    private static String collisions(DryMerges merges, String target) {
        List<Collision> others = merges.collisions().stream()
                .filter(each -> !each.branch().equals(target))
                .toList();
        return others.isEmpty()
                ? ""
                : "## Collides with other open changes\n\n"
                        + "A dry merge with each of them, made when this was offered, has conflicts. Merge one of them first; whichever comes "
                        + "second has to be made anew on top of it.\n\n"
                        + others.stream().map(OpenWork::place).collect(Collectors.joining("\n")) + "\n";
    }

    private static String place(Collision collision) {
        List<String> files = collision.files();
        String more = files.size() <= MOST_FILES ? "" : ", and " + (files.size() - MOST_FILES) + " more";
        return "* " + Markdown.inline(collision.branch(), 200) + ": "
                + files.stream()
                        .limit(MOST_FILES)
                        .map(file -> Markdown.inline(file, 200))
                        .collect(Collectors.joining(", "))
                + more + "\n";
    }

    private static String untried(DryMerges merges) {
        return merges.untried().isEmpty()
                ? ""
                : "Not known is whether it goes together with "
                        + merges.untried().stream()
                                .map(branch -> Markdown.inline(branch, 200))
                                .collect(Collectors.joining(", "))
                        + ".\n\n";
    }
}
