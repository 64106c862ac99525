package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A swarm's own tree of a watched repository. It borrows the repository's objects and writes only its own. A tree is never cleaned: for
 * each revision all files are deleted and made anew, so nothing an earlier check left behind can be in the way; only the objects of commits
 * made here stay.
 */
public final class Workspace {

    private final WatchedRepository repository;
    private final SourceRepository source;
    private final Place place;
    private final boolean sha256;
    private final Git git;

    Workspace(WatchedRepository repository, boolean sha256, Place place, Git git) {
        this.repository = repository;
        this.source = SourceRepository.of(repository);
        this.place = place;
        this.sha256 = sha256;
        this.git = git;
    }

    /** Where commands of the repository run. */
    public Place place() {
        return place;
    }

    /** Makes the tree exactly the revision: one process, and none in the watched repository. */
    public void standAt(Revision revision) {
        try {
            empty();
            layOut(revision);
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " could not be cut", e);
        }
        GitResult reset = git("reset", "--hard", "--quiet");
        if (!reset.succeeded()) {
            requireKnown(revision);
            reset.orFail();
        }
    }

    private void empty() throws IOException {
        Files.createDirectories(place.directory());
        Deletion.of(place.directory(), own("objects"));
        Deletion.of(place.temporary());
        Files.createDirectories(place.temporary());
        Files.createDirectories(place.home());
    }

    private Path own(String name) {
        return place.directory().resolve(".git").resolve(name);
    }

    /** Writes what {@code git clone --shared --no-checkout} would, without its processes. */
    private void layOut(Revision head) throws IOException {
        Files.createDirectories(own("objects/info"));
        Files.createDirectories(own("refs"));
        Files.writeString(own("HEAD"), head.value() + "\n");
        Files.writeString(own("objects/info/alternates"), source.objects() + "\n");
        if (Files.exists(source.shallow(), LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(source.shallow(), own("shallow"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private GitResult git(String... arguments) {
        return git("", Git.OUTPUT_BYTES, arguments);
    }

    /** A command that ran in the tree may have changed what Git does here; what we set is set again each time. */
    private GitResult git(String input, int outputBytes, String... arguments) {
        try {
            Files.writeString(own("config"), configuration());
            Files.deleteIfExists(own("info/attributes"));
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " is damaged", e);
        }
        return git.run(input, outputBytes, arguments);
    }

    private String configuration() {
        return sha256
                ? "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\tobjectFormat = sha256\n"
                : "[core]\n\trepositoryformatversion = 0\n\tbare = false\n";
    }

    private void requireKnown(Revision revision) {
        if (!source.isThere() || !knows(revision)) {
            throw new CannotGoOn(
                    Reason.REPOSITORY_GONE,
                    "The revision " + revision + " is not in " + repository.path()
                            + ". Fetch it there, and report the failure again.");
        }
    }

    /** Whether the revision can be stood at: it is the repository's, or was made here and is still here. */
    public boolean knows(Revision revision) {
        return Files.isDirectory(own("objects"))
                && git("cat-file", "-e", revision.value() + "^{commit}").succeeded();
    }

    /** The revision and the ones before it, newest first, along first parents. */
    public List<Revision> history(Revision from, int most) {
        return git("rev-list", "--first-parent", "--max-count=" + most, from.value()).orFail().lines().stream()
                .map(Revision::new)
                .toList();
    }

    /** What is written about a commit. */
    public CommitInfo describe(Revision revision) {
        List<String> lines = git("log", "-1", "--no-show-signature", "--format=%P%n%an <%ae>%n%s", revision.value())
                .orFail()
                .lines();
        int parents = lines.get(0).isBlank() ? 0 : lines.get(0).split(" ").length;
        return new CommitInfo(parents, lines.get(1), lines.size() > 2 ? lines.get(2) : "");
    }

    /** Takes a commit back in the tree; answers with the paths in conflict, none when it went well. */
    public List<String> revert(Revision culprit) {
        boolean merge = describe(culprit).parents() > 1;
        GitResult revert = merge
                ? git("revert", "--no-commit", "-m", "1", culprit.value())
                : git("revert", "--no-commit", culprit.value());
        if (revert.succeeded()) {
            return List.of();
        }
        List<String> conflicts =
                git("diff", "--name-only", "--diff-filter=U").orFail().lines();
        if (conflicts.isEmpty()) {
            revert.orFail();
        }
        return conflicts;
    }

    /** Commits all that is different from the base, as its only child; nothing when nothing is. Runs no hooks. */
    public Optional<Revision> commit(Revision base, String message) {
        git("add", "--all").orFail();
        String tree = git("write-tree").orFail().text().strip();
        String before =
                git("rev-parse", base.value() + "^{tree}").orFail().text().strip();
        if (tree.equals(before)) {
            return Optional.empty();
        }
        GitResult made = git(message, 100, "commit-tree", "-p", base.value(), "-F", "-", tree);
        return Optional.of(new Revision(made.orFail().text().strip()));
    }

    /**
     * Commits what a stranger left in the tree, whatever they did to its Git directory: that is deleted and made anew first, with nothing of
     * theirs in it, neither objects nor commits nor links to elsewhere.
     */
    public Optional<Revision> commitOfStranger(Revision base, String message) {
        try {
            Deletion.of(place.directory().resolve(".git"));
            layOut(base);
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " could not be taken back", e);
        }
        git("read-tree", base.value()).orFail();
        return commit(base, message);
    }

    /** What in the tree is not as in the revision it stands at; empty when it is exactly that. */
    public String differences(Revision expected) {
        String head = git("rev-parse", "HEAD").text().strip();
        if (!head.equals(expected.value())) {
            return "HEAD is " + head;
        }
        return git("status", "--porcelain", "--untracked-files=no")
                .orFail()
                .text()
                .strip();
    }

    /** The change between two revisions as text, cut after the given number of bytes. */
    public GitResult diff(Revision base, Revision head, int bytes) {
        return git("", bytes, "diff", "--no-color", "--no-ext-diff", "--no-textconv", base.value(), head.value())
                .orFail();
    }

    /** Lines added and removed, and the path, for each file of the change. */
    public List<String> numbers(Revision base, Revision head) {
        return git("diff", "--numstat", "--no-renames", base.value(), head.value())
                .orFail()
                .lines();
    }

    /** Writes a bundle whose only head is the branch at the revision, and which needs the base. */
    public void bundle(Path file, String branch, Revision base, Revision head) {
        String ref = "refs/heads/" + branch;
        git("update-ref", ref, head.value()).orFail();
        git("bundle", "create", "--quiet", file.toString(), "^" + base.value(), ref)
                .orFail();
    }
}
