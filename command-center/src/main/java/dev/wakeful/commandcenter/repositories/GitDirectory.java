package dev.wakeful.commandcenter.repositories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory that holds a Git repository, told by its files alone: nothing of the repository is run.
 *
 * @param path the repository as it was named
 * @param head the file that says which branch is checked out
 */
record GitDirectory(Path path, Path head) {

    private static final String BRANCH = "ref: refs/heads/";

    /** @throws RepositoryRefused when there is no repository at the path */
    static GitDirectory at(Path path) {
        if (!Files.isDirectory(path)) {
            throw new RepositoryRefused("'path' is no directory on this machine: " + path + ".");
        }
        return Stream.of(path.resolve(".git"), path)
                .flatMap(candidate -> linked(candidate).stream())
                .filter(git -> Files.isRegularFile(git.resolve("HEAD")))
                .filter(git -> Files.isDirectory(git.resolve("objects")) || Files.exists(git.resolve("commondir")))
                .findFirst()
                .map(git -> new GitDirectory(path, git.resolve("HEAD")))
                .orElseThrow(
                        () -> new RepositoryRefused(
                                "'path' holds no Git repository: " + path
                                        + " has neither .git nor the layout of a bare repository. Name the repository's top directory."));
    }

    /** The directory itself, or the one a worktree's {@code .git} file points to. */
    private static Optional<Path> linked(Path git) {
        if (!Files.isRegularFile(git)) {
            return Optional.of(git);
        }
        return firstLine(git)
                .filter(line -> line.startsWith("gitdir: "))
                .map(line ->
                        git.resolveSibling(line.substring("gitdir: ".length()).strip()));
    }

    /** @throws RepositoryRefused when no branch is checked out */
    String checkedOutBranch() {
        return firstLine(head)
                .filter(line -> line.startsWith(BRANCH))
                .map(line -> line.substring(BRANCH.length()).strip())
                .orElseThrow(() -> new RepositoryRefused("'branch' is missing and " + path
                        + " has no branch checked out: name the branch that must stay green."));
    }

    private static Optional<String> firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
