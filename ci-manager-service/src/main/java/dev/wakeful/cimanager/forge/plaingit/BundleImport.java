package dev.wakeful.cimanager.forge.plaingit;

import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.Draft;
import java.nio.file.Path;
import java.util.Arrays;

/** Brings the objects of a bundle into a repository without touching a ref. */
record BundleImport(Git git) {

    /** @throws ChangeRefused when the bundle is not the proven change, or stands on history that is not here */
    void run(Path bundle, Draft draft) {
        requireHead(bundle, draft);
        Git.Result verified = git.run("bundle", "verify", "--quiet", bundle.toString());
        if (!verified.ok()) {
            throw new ChangeRefused("The change stands on history that the repository does not have (any more): "
                    + firstLine(verified.err()));
        }
        git.must(new byte[0], "bundle", "unbundle", bundle.toString());
        requireWhole(draft);
    }

    private void requireHead(Path bundle, Draft draft) {
        Git.Result heads = git.run("bundle", "list-heads", bundle.toString());
        boolean exact = heads.ok()
                && !heads.line().isEmpty()
                && Arrays.stream(heads.line().split("\n"))
                        .allMatch(head -> head.startsWith(draft.head().value() + " "));
        if (!exact) {
            throw new ChangeRefused("The bundle does not end in the proven revision "
                    + draft.head().abbreviated());
        }
    }

    private void requireWhole(Draft draft) {
        String head = draft.head().value();
        boolean whole = git.run("rev-list", "--objects", "--quiet", head, "--not", "--all")
                .ok();
        boolean onBase = git.run("merge-base", "--is-ancestor", draft.base().value(), head)
                .ok();
        if (!whole || !onBase) {
            throw new ChangeRefused("The proven revision " + draft.head().abbreviated()
                    + " is not a complete change on top of " + draft.base().abbreviated());
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason given");
    }
}
