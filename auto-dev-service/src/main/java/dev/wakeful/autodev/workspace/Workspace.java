package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
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
import java.time.Instant;
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
    private final Git git;

    Workspace(WatchedRepository repository, Place place, Vigil vigil, Instant dates) {
        this.repository = repository;
        this.source = SourceRepository.of(repository);
        this.place = place;
        this.git = new Git(place, vigil, dates);
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
        GitResult reset = git.run("reset", "--hard", "--quiet");
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
        boolean sha256 = head.value().length() == 64;
        Files.createDirectories(own("objects/info"));
        Files.createDirectories(own("refs"));
        Files.writeString(own("HEAD"), head.value() + "\n");
        Files.writeString(own("config"), configuration(sha256));
        Files.writeString(own("objects/info/alternates"), source.objects() + "\n");
        if (Files.exists(source.shallow(), LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(source.shallow(), own("shallow"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String configuration(boolean sha256) {
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
        return git.run("cat-file", "-e", revision.value() + "^{commit}").succeeded();
    }

    /** The revision and the ones before it, newest first, along first parents. */
    public List<Revision> history(Revision from, int most) {
        return git.run("rev-list", "--first-parent", "--max-count=" + most, from.value()).orFail().lines().stream()
                .map(Revision::new)
                .toList();
    }

    /** What is written about a commit. */
    public CommitInfo describe(Revision revision) {
        List<String> lines = git.run("log", "-1", "--no-show-signature", "--format=%P%n%an <%ae>%n%s", revision.value())
                .orFail()
                .lines();
        int parents = lines.get(0).isBlank() ? 0 : lines.get(0).split(" ").length;
        return new CommitInfo(parents, lines.get(1), lines.size() > 2 ? lines.get(2) : "");
    }

    /** Takes a commit back in the tree; answers with the paths in conflict, none when it went well. */
    public List<String> revert(Revision culprit) {
        List<String> merge = describe(culprit).parents() > 1 ? List.of("-m", "1") : List.of();
        List<String> arguments = new java.util.ArrayList<>(List.of("revert", "--no-commit"));
        arguments.addAll(merge);
        arguments.add(culprit.value());
        GitResult revert = git.run(arguments.toArray(String[]::new));
        if (revert.succeeded()) {
            return List.of();
        }
        List<String> conflicts =
                git.run("diff", "--name-only", "--diff-filter=U").orFail().lines();
        if (conflicts.isEmpty()) {
            revert.orFail();
        }
        return conflicts;
    }

    /** Commits all that is different from the base, as its only child; nothing when nothing is. Runs no hooks. */
    public Optional<Revision> commit(Revision base, String message) {
        git.run("add", "--all").orFail();
        String tree = git.run("write-tree").orFail().text().strip();
        String before =
                git.run("rev-parse", base.value() + "^{tree}").orFail().text().strip();
        if (tree.equals(before)) {
            return Optional.empty();
        }
        GitResult made = git.run(message, 100, "commit-tree", "-p", base.value(), "-F", "-", tree);
        return Optional.of(new Revision(made.orFail().text().strip()));
    }

    /** What in the tree is not as in the revision it stands at; empty when it is exactly that. */
    public String differences(Revision expected) {
        String head = git.run("rev-parse", "HEAD").text().strip();
        if (!head.equals(expected.value())) {
            return "HEAD is " + head;
        }
        return git.run("status", "--porcelain", "--untracked-files=no")
                .orFail()
                .text()
                .strip();
    }

    /** The change between two revisions as text, cut after the given number of bytes. */
    public GitResult diff(Revision base, Revision head, int bytes) {
        return git.run("", bytes, "diff", "--no-color", "--no-ext-diff", "--no-textconv", base.value(), head.value())
                .orFail();
    }

    /** Lines added and removed, and the path, for each file of the change. */
    public List<String> numbers(Revision base, Revision head) {
        return git.run("diff", "--numstat", "--no-renames", base.value(), head.value())
                .orFail()
                .lines();
    }

    /** Writes a bundle whose only head is the branch at the revision, and which needs the base. */
    public void bundle(Path file, String branch, Revision base, Revision head) {
        String ref = "refs/heads/" + branch;
        git.run("update-ref", ref, head.value()).orFail();
        git.run("bundle", "create", "--quiet", file.toString(), "^" + base.value(), ref)
                .orFail();
    }
}
