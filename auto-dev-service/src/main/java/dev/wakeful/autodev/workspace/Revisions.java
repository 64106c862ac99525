package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written in the revisions that a workspace knows: the repository's, and those made here. The files in its tree mean nothing to it. */
public final class Revisions {

    private final WatchedRepository repository;
    private final SourceRepository source;
    private final Git git;

    Revisions(WatchedRepository repository, SourceRepository source, Git git) {
        this.repository = repository;
        this.source = source;
        this.git = git;
    }

    /** Whether the revision can be stood at: it is the repository's, or was made here and is still here. */
    public boolean know(Revision revision) {
        return git.run("cat-file", "-e", revision.value() + "^{commit}").succeeded();
    }

    /** @throws CannotGoOn when the revision is not there, or the whole repository is not */
    public void require(Revision revision) {
        if (!source.isThere() || !know(revision)) {
            throw new CannotGoOn(Reason.REPOSITORY_GONE, missing(revision));
        }
    }

    private String missing(Revision revision) {
        if (source.isWithoutCommits()) {
            return "There is no commit in " + repository.path() + " yet, so the revision " + revision
                    + " is not there either. Commit or fetch it there, and report the failure again.";
        }
        return "The revision " + revision + " is not in " + repository.path()
                + (source.lacks(repository.branch())
                        ? ", and neither is the watched branch '" + repository.branch()
                                + "'. Fetch them there, or register the branch that is there, and report the failure again."
                        : ". Fetch it there, and report the failure again.");
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

    /** The change between two revisions as text, cut after the given number of bytes. */
    public GitResult diff(Revision base, Revision head, int bytes) {
        return git.run("", bytes, "diff", "--no-color", "--no-ext-diff", "--no-textconv", base.value(), head.value())
                .orFail();
    }

    /** What a commit changed against its first parent, as text, cut after the given number of bytes. */
    public GitResult patch(Revision revision, int bytes) {
        return git.run(
                        "",
                        bytes,
                        "show",
                        "--format=",
                        "--first-parent",
                        "-m",
                        "--no-color",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--no-show-signature",
                        revision.value())
                .orFail();
    }

    /** The files with one of the names in a revision, in whatever directory, that are not empty. */
    public List<String> named(Revision revision, Collection<String> names) {
        Stream<String> look = Stream.concat(
                Stream.of("--no-literal-pathspecs", "grep", "-l", "-z", "-e", "", revision.value(), "--"),
                names.stream().map(name -> ":(glob)**/" + name));
        GitResult found = git.run(look.toArray(String[]::new));
        return found.exitCode() == 1 && found.complaint().isBlank() ? List.of() : paths(found(revision, found));
    }

    /** The paths that a search through a revision answered with. */
    static List<String> paths(GitResult found) {
        return Stream.of(found.text().split("\0"))
                .filter(path -> !path.isEmpty())
                .map(path -> path.substring(path.indexOf(':') + 1))
                .toList();
    }

    /** What the revision names and no tree of it holds, as nothing is ever fetched. */
    Unfetched unfetched(Revision revision) {
        return new Unfetched(Gitlinks.in(revision, git), new LfsPointers(this, git).in(revision));
    }

    /** Whether the history ends at the revision only because the repository is shallow: what was before was not fetched. */
    public boolean isCutAt(Revision revision) {
        return source.isShallowAt(revision);
    }

    /** How large a change is, however many files it has. */
    public ChangeSize size(Revision base, Revision head) {
        return ChangeSize.in(git.run("diff", "--shortstat", "--no-renames", base.value(), head.value())
                .orFail()
                .text());
    }

    /** What changed between two revisions, with the text of both sides. */
    public List<FileChange> changes(Revision base, Revision head) {
        return new Changes(git).between(base, head);
    }

    /** The paths of the files that a revision changed, if it was made directly on the base; else none. */
    List<String> touched(Revision base, Revision revision) {
        GitResult log = git.run("log", "-1", "--format=%P", "--name-only", "--no-renames", "-z", revision.value());
        List<String> told = Stream.of(log.text().split("[\\x00\\n]"))
                .filter(line -> !line.isEmpty())
                .toList();
        return !told.isEmpty() && told.getFirst().equals(base.value()) ? told.subList(1, told.size()) : List.of();
    }

    /** Which of the paths are directories in the revision. */
    public Set<String> directories(Revision revision, Collection<String> paths) {
        String[] listing = Stream.concat(Stream.of("ls-tree", "-d", "-z", revision.value(), "--"), paths.stream())
                .toArray(String[]::new);
        return Stream.of(found(revision, git.run(listing)).text().split("\0"))
                .filter(entry -> entry.startsWith("040000 "))
                .map(entry -> entry.substring(entry.indexOf('\t') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of files and directories at the top of a revision. */
    public List<String> top(Revision revision) {
        return List.of(entries(revision).text().split("\0"));
    }

    private GitResult entries(Revision revision) {
        return found(revision, git.run("ls-tree", "-z", "--name-only", revision.value()));
    }

    /** The text of a file as it is in a revision, cut after so many bytes; nothing where there is no such file. */
    public Optional<String> text(Revision revision, String path, int most) {
        String entry = found(revision, git.run("ls-tree", "-z", revision.value(), "--", path))
                .text();
        if (!entry.startsWith("100")) {
            return Optional.empty();
        }
        String object = entry.substring(0, entry.indexOf('\t')).split(" ")[2];
        return Optional.of(
                git.run("", most, "cat-file", "blob", object).orFail().text());
    }

    private GitResult found(Revision revision, GitResult result) {
        if (!result.succeeded()) {
            require(revision);
        }
        return result.orFail();
    }
}
