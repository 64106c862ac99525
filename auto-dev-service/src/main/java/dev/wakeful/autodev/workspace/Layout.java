package dev.wakeful.autodev.workspace;

import dev.wakeful.events.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Git repository that is written as files, as {@code git clone --shared --no-checkout} would, without its processes. Its head is written last
 * and goes first: where there is one, all of it is there, whenever this process was killed.
 *
 * @param objects where its own objects are; several may share the place
 */
record Layout(Path directory, Path objects, boolean sha256) {

    /** A repository with objects of its own. */
    static Layout of(Path directory, boolean sha256) {
        return new Layout(directory, directory.resolve("objects"), sha256);
    }

    Path head() {
        return directory.resolve("HEAD");
    }

    /** What a repository stands at before it stands anywhere. */
    Revision nowhere() {
        return new Revision("0".repeat(sha256 ? 64 : 40));
    }

    Path index() {
        return directory.resolve("index");
    }

    /** @param shallow where the history ends, if there is such a file */
    void write(Revision head, List<Path> borrowed, Path shallow) throws IOException {
        write(head, borrowed, shallow, Optional.empty());
    }

    /** @param cone what of the files is to be there; all of them where it is absent */
    void write(Revision head, List<Path> borrowed, Path shallow, Optional<Cone> cone) throws IOException {
        Files.createDirectories(objects.resolve("info"));
        Files.createDirectories(directory.resolve("refs"));
        Files.writeString(directory.resolve("config"), configuration(cone.isPresent()));
        borrow(borrowed.stream().map(path -> path + "\n").collect(Collectors.joining()));
        if (Files.exists(shallow, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(shallow, directory.resolve("shallow"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (cone.isPresent()) {
            Files.createDirectories(directory.resolve("info"));
            Files.writeString(
                    directory.resolve("info/sparse-checkout"), cone.get().patterns());
        }
        Path written = directory.resolve("HEAD.new");
        Files.writeString(written, head.value() + "\n");
        Files.move(written, head(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whoever shares the objects may be reading the file: one that is right already is not written again. */
    private void borrow(String stores) throws IOException {
        Path file = objects.resolve("info/alternates");
        if (!Files.exists(file) || !Files.readString(file).equals(stores)) {
            Files.writeString(file, stores);
        }
    }

    /** The index is read inside a sandbox under another user id than it was written under: only sizes and times are compared. */
    private String configuration(boolean sparse) {
        String core =
                "[core]\n\trepositoryformatversion = " + (sha256 ? 1 : 0) + "\n\tbare = false\n\tcheckStat = minimal\n"
                        + (sparse ? "\tsparseCheckout = true\n\tsparseCheckoutCone = true\n" : "");
        return sha256 ? core + "[extensions]\n\tobjectFormat = sha256\n" : core;
    }

    /** Removes all but the objects: index, locks, branches, and what an unfinished operation left. */
    void forget() throws IOException {
        Files.deleteIfExists(head());
        if (Files.isDirectory(directory)) {
            try (var entries = Files.newDirectoryStream(directory, entry -> !entry.equals(objects))) {
                for (Path entry : entries) {
                    Deletion.of(entry);
                }
            }
        }
    }
}
