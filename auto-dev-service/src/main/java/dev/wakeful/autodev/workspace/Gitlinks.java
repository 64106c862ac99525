package dev.wakeful.autodev.workspace;

import dev.wakeful.events.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places of submodules in a tree. Git takes whatever is below one for the submodule's own and leaves it out of a commit without a word, so it
 * is looked for before.
 */
record Gitlinks(Path tree, Git git) {

    private static final String MODE = "160000 ";

    /** Their paths in a revision. Only directories are listed, so it is quick, however many files there are. */
    static List<String> in(Revision revision, Git git) {
        return git.run("ls-tree", "-r", "-d", "-z", revision.value())
                .orFail()
                .text()
                .transform(listing -> Stream.of(listing.split("\0")))
                .filter(entry -> entry.startsWith(MODE))
                .map(entry -> entry.substring(entry.indexOf('\t') + 1))
                .toList();
    }

    /** Those of a revision that are not empty in the tree. */
    List<String> occupied(Revision revision) {
        return in(revision, git).stream().filter(this::isOccupied).toList();
    }

    /** The files below them that Git does not ignore: what would be a change if they were no submodules. They are taken out of the index. */
    List<String> filesBelow(List<String> occupied) {
        String removed = occupied.stream().map(path -> path + "\0").collect(Collectors.joining());
        git.run(removed, Git.OUTPUT_BYTES, "update-index", "--force-remove", "-z", "--stdin")
                .orFail();
        String[] looking = Stream.concat(
                        Stream.of("ls-files", "--others", "--exclude-standard", "-z", "--"), occupied.stream())
                .toArray(String[]::new);
        return Stream.of(git.run(looking).orFail().text().split("\0"))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private boolean isOccupied(String path) {
        Path directory = tree.resolve(path);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return entries.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " could not be read", e);
        }
    }
}
