package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes commits of what was left in a tree. */
final class Commits {

    private final Tree tree;
    private final Place place;
    private final Git git;

    Commits(Tree tree, Place place, Git git) {
        this.tree = tree;
        this.place = place;
        this.git = git;
    }

    /** @throws CannotGoOn when the files are more or larger than a change may be */
    Optional<Revision> ofFiles(Revision base, String message) {
        gather(base);
        return ofIndex(base, message);
    }

    /** Takes all files of the tree into a new index, each read anew. */
    private void gather(Revision base) {
        List<String> large = look();
        tree.forgetFiles(base);
        requireNoneOf(large);
        git.run("add", "--all").orFail();
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

    private Optional<Revision> ofIndex(Revision base, String message) {
        String now = git.run("write-tree").orFail().text().strip();
        String before =
                git.run("rev-parse", base.value() + "^{tree}").orFail().text().strip();
        if (now.equals(before)) {
            return Optional.empty();
        }
        GitResult made = git.run(message, 100, "commit-tree", "-p", base.value(), "-F", "-", now);
        return Optional.of(new Revision(made.orFail().text().strip()));
    }
}
