package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.WatchedRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A swarm's own tree of a watched repository. Its Git repository stands beside the tree: it borrows the watched repository's objects, writes
 * only its own, and no command of the repository can write there (DEV-4). A tree is never cleaned: for each revision all files are deleted
 * and made anew, so nothing an earlier check left behind can be in the way; only the objects of commits made here stay.
 */
public final class Workspace {

    private final Place place;
    private final Git git;
    private final Tree tree;
    private final Revisions revisions;
    private final Part part;

    private Workspace(Place place, Git git, Tree tree, Revisions revisions, Part part) {
        this.place = place;
        this.git = git;
        this.tree = tree;
        this.revisions = revisions;
        this.part = part;
    }

    /** One that holds the whole repository. */
    static Workspace of(WatchedRepository repository, boolean sha256, Place place, Git git) {
        SourceRepository source = SourceRepository.of(repository);
        return new Workspace(
                place, git, new Tree(source, sha256, place, git), new Revisions(repository, source, git), Part.WHOLE);
    }

    /** The same one, with only a part of the repository in its tree. */
    Workspace holding(Part less) {
        return new Workspace(place, git, tree, revisions, less);
    }

    /** Where commands of the repository run. */
    public Place place() {
        return place;
    }

    /** What a command must be able to read besides, for Git to work in the tree: objects only. */
    public List<Path> readable() {
        return tree.readable();
    }

    /** What is written in the repository's revisions, and in those made here. The tree need not have been made. */
    public Revisions revisions() {
        tree.open();
        return revisions;
    }

    /** Whether the revision can be stood at: it is the repository's, or was made here and is still here. */
    public boolean knows(Revision revision) {
        return revisions().know(revision);
    }

    /**
     * Makes the tree exactly the revision, or the part of it that it holds: one process, and none in the watched repository. Of a partial tree
     * the index knows all files; those that are not there count as unchanged.
     *
     * @throws CannotGoOn when the repository does not have it
     */
    public void standAt(Revision revision) {
        GitResult stood = tree.standAt(revision, part.at(revision, this::revisions));
        if (!stood.succeeded()) {
            revisions.require(revision);
            stood.orFail();
        }
    }

    /** Makes the tree empty, at a commit that holds nothing; the commit is made here. */
    public Revision standEmpty() {
        tree.open();
        String empty = git.run("mktree").orFail().text().strip();
        Revision nothing = new Revision(git.run("Nothing\n", 100, "commit-tree", "-F", "-", empty)
                .orFail()
                .text()
                .strip());
        standAt(nothing);
        return nothing;
    }

    /** Takes a commit back in the tree; answers with the paths in conflict, none when it went well. */
    public List<String> revert(Revision culprit) {
        boolean merge = revisions.describe(culprit).parents() > 1;
        GitResult revert = merge
                ? git.run("revert", "--no-commit", "-m", "1", culprit.value())
                : git.run("revert", "--no-commit", culprit.value());
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

    /** Commits what {@link #revert} made, as the base's only child; nothing when that is nothing. What is not in the tree is taken back too. */
    public Optional<Revision> commitReverted(Revision base, String message) {
        return commits().ofIndex(base, message);
    }

    /**
     * Commits all that is different from the base, as its only child; nothing when nothing is. Only the files count: whatever was done to
     * an index, to the {@code .git} in the tree or with commits means nothing, and repositories inside the tree become plain files. Of a
     * partial tree, a file outside of the part counts if it is there; one that is not is unchanged.
     *
     * @throws CannotGoOn when the files are more or larger than a change may be, or one stands where a directory would have to go for it that
     *     is not in the tree
     * @throws dev.wakeful.autodev.swarm.ChangeRefused when a file is below a submodule's place, where no commit of this repository reaches
     */
    public Optional<Revision> commit(Revision base, String message) {
        return commits().ofFiles(base, message);
    }

    private Commits commits() {
        return new Commits(tree, place, git, part.checkout());
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

    /** What the revision names and its tree does not hold: nothing is ever fetched. */
    public Unfetched unfetched(Revision revision) {
        Unfetched all = revisions().unfetched(revision);
        return part.checkout().isWhole() ? all : all.in(Cone.of(part.checkout())::holds);
    }

    /** Writes a bundle whose only head is the branch at the revision, and which needs the base. */
    public void bundle(Path file, String branch, Revision base, Revision head) {
        String ref = "refs/heads/" + branch;
        git.run("update-ref", ref, head.value()).orFail();
        git.run("bundle", "create", "--quiet", file.toString(), "^" + base.value(), ref)
                .orFail();
    }
}
