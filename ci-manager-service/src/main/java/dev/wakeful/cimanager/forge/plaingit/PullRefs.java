package dev.wakeful.cimanager.forge.plaingit;

import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.PullRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The pull requests of one repository, as refs: {@code refs/wakeful/pull/<n>/head} and {@code …/meta}. */
record PullRefs(Git git) {

    private static final String ROOT = "refs/wakeful/pull/";
    private static final String HEADS = "refs/heads/";
    private static final String OWN = HEADS + "wakeful/";
    private static final String TIP = "--format=%(objectname) %(refname)";
    private static final Pattern META = Pattern.compile(ROOT + "([1-9][0-9]{0,17})/meta");

    Optional<PullRequest> from(String branch) {
        return numbers()
                .boxed()
                .flatMap(number -> at(number).stream())
                .filter(pull -> pull.branch().equals(branch))
                .findFirst();
    }

    private Optional<PullRequest> at(long number) {
        Git.Result blob = git.run("cat-file", "blob", ROOT + number + "/meta");
        return blob.ok() ? Meta.read(blob.out()).map(meta -> meta.pullRequest(number)) : Optional.empty();
    }

    /** Branches of this system that are there and not merged: deleting one closes its pull request. */
    int waiting(String target) {
        return open(target).size();
    }

    /** Where the watched branch stands, if it is there, and each branch that waits. */
    List<Tip> tips(String target) {
        Git.Result watched = git.run("rev-parse", "--verify", "--quiet", HEADS + target + "^{commit}");
        return Stream.concat(
                        watched.ok() ? Stream.of(new Tip(target, watched.line())) : Stream.of(), open(target).stream())
                .toList();
    }

    private List<Tip> open(String target) {
        String branch = HEADS + target;
        String refs = exists(branch)
                ? git.must(new byte[0], "for-each-ref", TIP, "--no-merged=" + branch, OWN)
                : git.must(new byte[0], "for-each-ref", TIP, OWN);
        return refs.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", 2))
                .map(tip -> new Tip(tip[1].substring(HEADS.length()), tip[0]))
                .toList();
    }

    /** A branch and the commit it stands at. */
    record Tip(String branch, String revision) {}

    long nextFree() {
        return 1 + numbers().max().orElse(0);
    }

    private LongStream numbers() {
        String refs = git.must(new byte[0], "for-each-ref", "--format=%(refname)", ROOT);
        return Stream.of(refs.split("\n"))
                .map(META::matcher)
                .filter(Matcher::matches)
                .mapToLong(ref -> Long.parseLong(ref.group(1)));
    }

    /** Makes the branch and the pull request in one transaction; false when one of the names is taken. */
    boolean create(long number, Draft draft, String meta) {
        String commands = "start\n"
                + create("refs/heads/" + draft.branch(), draft.head().value())
                + create(ROOT + number + "/head", draft.head().value())
                + create(ROOT + number + "/meta", meta)
                + "prepare\ncommit\n";
        Git.Result result = git.run(commands.getBytes(StandardCharsets.UTF_8), "update-ref", "--stdin");
        if (!result.ok() && !isTaken(number, draft)) {
            throw new Git.GitFailed(
                    "The pull request could not be written: " + result.err().strip());
        }
        return result.ok();
    }

    private static String create(String ref, String object) {
        return "create " + ref + " " + object + "\n";
    }

    private boolean isTaken(long number, Draft draft) {
        return exists("refs/heads/" + draft.branch())
                || exists(ROOT + number + "/head")
                || exists(ROOT + number + "/meta");
    }

    boolean exists(String ref) {
        return git.run("show-ref", "--verify", "--quiet", ref).ok();
    }
}
