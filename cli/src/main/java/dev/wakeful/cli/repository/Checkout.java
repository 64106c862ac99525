package dev.wakeful.cli.repository;

import dev.wakeful.cli.process.Git;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A Git repository on this machine.
 *
 * @param path its top directory, absolute
 */
record Checkout(Path path) {

    /** The repository that the path is in. */
    static Checkout at(Path path) throws IOException, InterruptedException {
        if (!Files.isDirectory(path)) {
            throw new CommandFailed(ExitCode.FAILED, path + " is no directory.", "Give the path of a Git repository.");
        }
        Path real = path.toRealPath();
        Git git = Git.in(real);
        if (git.ask("rev-parse", "--is-bare-repository").filter("true"::equals).isPresent()) {
            return new Checkout(Path.of(git.run("rev-parse", "--absolute-git-dir")));
        }
        return git.ask("rev-parse", "--show-toplevel")
                .map(top -> new Checkout(Path.of(top)))
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.FAILED,
                        real + " is no Git repository (or Git does not trust its owner).",
                        "Give the path of a repository; `git -C " + real + " status` says what is wrong."));
    }

    /** As its origin names it, else by its directory. */
    String name() throws InterruptedException {
        Optional<String> origin =
                Git.in(path).ask("remote", "get-url", "origin").flatMap(RemoteUrl::name);
        return origin.orElseGet(() -> "local/"
                + String.valueOf(path.getFileName())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\.git$", "")
                        .replaceAll("[^a-z0-9_.-]", "-"));
    }

    /** The branch that HEAD is on. */
    String branch() throws InterruptedException {
        return Git.in(path)
                .ask("symbolic-ref", "--short", "HEAD")
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.FAILED,
                        path + " is on no branch (detached HEAD).",
                        "Name the branch to keep green with --branch."));
    }
}
