package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.autodev.swarm.ChangeRefused;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes commits of what was left in a tree. */
final class Commits {

    private static final int MOST_NAMED = 10;

    private final Tree tree;
    private final Place place;
    private final Git git;
    private final Checkout checkout;

    Commits(Tree tree, Place place, Git git, Checkout checkout) {
        this.tree = tree;
        this.place = place;
        this.git = git;
        this.checkout = checkout;
    }

    /** @throws CannotGoOn when the files are more or larger than a change may be */
    Optional<Revision> ofFiles(Revision base, String message) {
        return of(base, gathered(base), message);
    }

    /**
     * Commits what Git itself has put into the index since the tree was made. Only right as long as no command of a stranger has run in it; it
     * reaches files that are not in the tree.
     */
    Optional<Revision> ofIndex(Revision base, String message) {
        return of(base, writtenTree(), message);
    }

    private Optional<Revision> of(Revision base, String now, String message) {
        String before =
                git.run("rev-parse", base.value() + "^{tree}").orFail().text().strip();
        if (now.equals(before)) {
            return Optional.empty();
        }
        GitResult made = git.run(message, 100, "commit-tree", "-p", base.value(), "-F", "-", now);
        return Optional.of(new Revision(made.orFail().text().strip()));
    }

    private String writtenTree() {
        return git.run("write-tree").orFail().text().strip();
    }

    /** Takes all files of the tree into a new index, each read anew. */
    private String gathered(Revision base) {
        List<String> large = look();
        tree.forgetFiles(base);
        requireNoneOf(large);
        requireNothingInSubmodules(base);
        if (checkout.isWhole()) {
            git.run("add", "--all").orFail();
            return writtenTree();
        }
        PartialHarvest harvest = new PartialHarvest(Cone.of(checkout), place.directory(), git);
        harvest.add(base);
        String now = writtenTree();
        harvest.requireNothingGone(base, now);
        return now;
    }

    private void requireNothingInSubmodules(Revision base) {
        Gitlinks submodules = new Gitlinks(place.directory(), git);
        List<String> occupied = submodules.occupied(base);
        if (occupied.isEmpty()) {
            return;
        }
        List<String> below = submodules.filesBelow(occupied);
        if (!below.isEmpty()) {
            throw new ChangeRefused("what was left in the tree cannot be a change: " + Names.of(below, MOST_NAMED)
                    + (below.size() == 1 ? " is" : " are")
                    + " below a submodule, whose files belong to another repository and are not fetched. Nothing of it"
                    + " was kept; change the submodule in its own repository.");
        }
        tree.forgetFiles(base);
    }

    private List<String> look() {
        try {
            return Harvest.prepare(place.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " could not be read", e);
        }
    }

    private void requireNoneOf(List<String> large) {
        if (!large.isEmpty()) {
            String changed = git.run(Stream.concat(
                                    Stream.of("status", "--porcelain", "--untracked-files=all", "--"), large.stream())
                            .toArray(String[]::new))
                    .orFail()
                    .text()
                    .strip();
            if (!changed.isEmpty()) {
                throw Harvest.tooMuch("files of more than " + (Harvest.LARGE >> 20) + " MiB: " + changed);
            }
        }
    }
}
