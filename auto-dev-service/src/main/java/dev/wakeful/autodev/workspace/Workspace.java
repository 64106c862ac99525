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

    Workspace(WatchedRepository repository, boolean sha256, Place place, Git git) {
        SourceRepository source = SourceRepository.of(repository);
        this.place = place;
        this.git = git;
        this.tree = new Tree(source, sha256, place, git);
        this.revisions = new Revisions(repository, source, git);
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
     * Makes the tree exactly the revision: one process, and none in the watched repository.
     *
     * @throws CannotGoOn when the repository does not have it
     */
    public void standAt(Revision revision) {
        GitResult stood = tree.standAt(revision);
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

    /**
     * Commits all that is different from the base, as its only child; nothing when nothing is. Only the files count: whatever was done to
     * an index, to the {@code .git} in the tree or with commits means nothing, and repositories inside the tree become plain files.
     *
     * @throws CannotGoOn when the files are more or larger than a change may be
     */
    public Optional<Revision> commit(Revision base, String message) {
        return new Commits(tree, place, git).ofFiles(base, message);
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

    /** Writes a bundle whose only head is the branch at the revision, and which needs the base. */
    public void bundle(Path file, String branch, Revision base, Revision head) {
        String ref = "refs/heads/" + branch;
        git.run("update-ref", ref, head.value()).orFail();
        git.run("bundle", "create", "--quiet", file.toString(), "^" + base.value(), ref)
                .orFail();
    }
}
