package dev.wakeful.cli.demo;

import dev.wakeful.cli.process.Git;
import dev.wakeful.cli.process.Program;
import dev.wakeful.cli.terminal.CommandFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What this command found when it looked for itself: the system's word is not taken for it.
 *
 * @param branchHead where the pull request's branch really points; empty when it does not exist
 * @param baseRed whether the check fails on the base
 * @param headGreen whether the check passes on the head
 */
record Recheck(String branchHead, boolean baseRed, boolean headGreen) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static Recheck of(Shop shop, String branch, String base, String head, Path place) throws InterruptedException {
        Optional<String> points = branch.isEmpty()
                ? Optional.empty()
                : Git.isolated(shop.directory()).ask("rev-parse", "--verify", "--quiet", "refs/heads/" + branch);
        return new Recheck(
                points.orElse(""),
                check(shop, base, place.resolve("base"))
                        .filter(ended -> ended.exit() == 1)
                        .isPresent(),
                check(shop, head, place.resolve("head"))
                        .filter(Program.Ended::ok)
                        .isPresent());
    }

    /** Runs the check on the revision in a clone of its own; nothing when the revision is not there. */
    static Optional<Program.Ended> check(Shop shop, String revision, Path clone) throws InterruptedException {
        if (!revision.matches("[0-9a-f]{40,64}")) {
            return Optional.empty();
        }
        try {
            Git.isolated(shop.directory()).run("clone", "-q", "--no-hardlinks", ".", clone.toString());
            Git.isolated(clone).run("checkout", "-q", "--detach", revision);
        } catch (CommandFailed notThere) {
            return Optional.empty();
        }
        return Optional.of(Program.of("sh", "-c", Shop.CHECK).in(clone).run(LIMIT));
    }
}
