package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A swarm's own tree of a watched repository. Its Git repository stands beside the tree: it borrows the watched repository's objects, writes
 * only its own, and no command of the repository can write there (DEV-4). A tree is never cleaned: for each revision all files are deleted
 * and made anew, so nothing an earlier check left behind can be in the way; only the objects of commits made here stay.
 */
public final class Workspace {

    private final WatchedRepository repository;
    private final SourceRepository source;
    private final Place place;
    private final Git git;
    private final Layout own;
    private final Layout lent;

    Workspace(WatchedRepository repository, boolean sha256, Place place, Git git) {
        this.repository = repository;
        this.source = SourceRepository.of(repository);
        this.place = place;
        this.git = git;
        this.own = new Layout(git.repository(), git.objects(), sha256);
        this.lent = Layout.of(place.directory().resolve(".git"), sha256);
    }

    /** Where commands of the repository run. */
    public Place place() {
        return place;
    }

    /** What a command must be able to read besides, for Git to work in the tree: objects only. */
    public List<Path> readable() {
        return Stream.concat(Stream.of(own.objects()), source.stores().stream()).toList();
    }

    /** Makes the tree exactly the revision: one process, and none in the watched repository. */
    public void standAt(Revision revision) {
        try {
            empty();
            own.write(revision, List.of(source.objects()), source.shallow());
        } catch (IOException e) {
            throw damaged(e);
        }
        GitResult reset = git("reset", "--hard", "--quiet");
        if (!reset.succeeded()) {
            requireKnown(revision);
            reset.orFail();
        }
        lend(revision);
    }

    /** Makes the tree empty, at a commit that holds nothing; the commit is made here. */
    public Revision standEmpty() {
        try {
            own.write(new Revision("0".repeat(40)), List.of(source.objects()), source.shallow());
            Files.createDirectories(place.directory());
        } catch (IOException e) {
            throw damaged(e);
        }
        String tree = git("mktree").orFail().text().strip();
        Revision nothing = new Revision(git("Nothing\n", 100, "commit-tree", "-F", "-", tree)
                .orFail()
                .text()
                .strip());
        standAt(nothing);
        return nothing;
    }

    private void empty() throws IOException {
        own.forget();
        Deletion.of(place.directory());
        Deletion.of(place.temporary());
        if (place.home().equals(place.directory().resolveSibling("home"))) {
            Deletion.of(place.home());
        }
        Files.createDirectories(place.directory());
        Files.createDirectories(place.temporary());
        Files.createDirectories(place.home());
    }

    /** Lays a repository of plain files into the tree for commands to use as they like; what becomes of it does not matter. */
    private void lend(Revision revision) {
        try {
            lent.write(revision, List.of(own.objects(), source.objects()), source.shallow());
            if (Files.exists(own.index())) {
                Files.copy(own.index(), lent.index(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private UncheckedIOException damaged(IOException cause) {
        return new UncheckedIOException("The workspace " + place.directory() + " could not be cut", cause);
    }

    private GitResult git(String... arguments) {
        return git("", Git.OUTPUT_BYTES, arguments);
    }

    private GitResult git(String input, int outputBytes, String... arguments) {
        return git.run(input, outputBytes, arguments);
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
        return Files.isDirectory(own.objects())
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

    /**
     * Commits all that is different from the base, as its only child; nothing when nothing is. Only the files count: whatever was done to
     * an index, to the {@code .git} in the tree or with commits means nothing, and repositories inside the tree become plain files.
     *
     * @throws CannotGoOn when the files are more or larger than a change may be
     */
    public Optional<Revision> commit(Revision base, String message) {
        gather(base);
        String tree = git("write-tree").orFail().text().strip();
        String before =
                git("rev-parse", base.value() + "^{tree}").orFail().text().strip();
        if (tree.equals(before)) {
            return Optional.empty();
        }
        GitResult made = git(message, 100, "commit-tree", "-p", base.value(), "-F", "-", tree);
        return Optional.of(new Revision(made.orFail().text().strip()));
    }

    /** Takes all files of the tree into a new index, each read anew. */
    private void gather(Revision base) {
        try {
            List<String> large = Harvest.prepare(place.directory());
            Files.deleteIfExists(own.index());
            git("read-tree", base.value()).orFail();
            requireNoneOf(large);
            git("add", "--all").orFail();
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " could not be read", e);
        }
    }

    private void requireNoneOf(List<String> large) {
        if (!large.isEmpty()) {
            String changed = git(Stream.concat(
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

    /** How many lines a change adds and removes; Git counts none of a binary file. */
    public int lines(Revision base, Revision head) {
        return numbers(base, head).stream()
                .flatMap(line -> Stream.of(line.split("\t", 3)).limit(2))
                .filter(number -> !number.equals("-"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Writes a bundle whose only head is the branch at the revision, and which needs the base. */
    public void bundle(Path file, String branch, Revision base, Revision head) {
        String ref = "refs/heads/" + branch;
        git("update-ref", ref, head.value()).orFail();
        git("bundle", "create", "--quiet", file.toString(), "^" + base.value(), ref)
                .orFail();
    }

    /** What changed between two revisions, with the text of both sides. */
    public List<FileChange> changes(Revision base, Revision head) {
        return new Changes(git).between(base, head);
    }

    /** The names of files and directories at the top of a revision. */
    public List<String> top(Revision revision) {
        require(revision);
        return List.of(git("ls-tree", "-z", "--name-only", revision.value())
                .orFail()
                .text()
                .split("\0"));
    }

    /** The text of a file as it is in a revision, not in the tree, cut after so many bytes; nothing where there is no such file. */
    public Optional<String> text(Revision revision, String path, int most) {
        require(revision);
        String entry =
                git("ls-tree", "-z", revision.value(), "--", path).orFail().text();
        if (!entry.startsWith("100")) {
            return Optional.empty();
        }
        String object = entry.substring(0, entry.indexOf('\t')).split(" ")[2];
        return Optional.of(git("", most, "cat-file", "blob", object).orFail().text());
    }

    private void require(Revision revision) {
        if (!Files.isDirectory(own.objects())) {
            standAt(revision);
        }
    }
}
