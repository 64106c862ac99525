package dev.wakeful.autodev.workspace;

import dev.wakeful.events.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A Git repository that is written as files, as {@code git clone --shared --no-checkout} would, without its processes. */
record Layout(Path directory, boolean sha256) {

    Path objects() {
        return directory.resolve("objects");
    }

    Path index() {
        return directory.resolve("index");
    }

    /** @param shallow where the history ends, if there is such a file */
    void write(Revision head, List<Path> borrowed, Path shallow) throws IOException {
        Files.createDirectories(objects().resolve("info"));
        Files.createDirectories(directory.resolve("refs"));
        Files.writeString(directory.resolve("config"), configuration());
        Files.writeString(directory.resolve("HEAD"), head.value() + "\n");
        Files.writeString(
                objects().resolve("info/alternates"),
                borrowed.stream().map(path -> path + "\n").collect(Collectors.joining()));
        if (Files.exists(shallow, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(shallow, directory.resolve("shallow"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The index is read inside a sandbox under another user id than it was written under: only sizes and times are compared. */
    private String configuration() {
        String core =
                "[core]\n\trepositoryformatversion = " + (sha256 ? 1 : 0) + "\n\tbare = false\n\tcheckStat = minimal\n";
        return sha256 ? core + "[extensions]\n\tobjectFormat = sha256\n" : core;
    }

    /** Removes all but the objects: index, locks, branches, and what an unfinished operation left. */
    void forget() throws IOException {
        if (Files.isDirectory(directory)) {
            try (var entries = Files.newDirectoryStream(directory, entry -> !entry.equals(objects()))) {
                for (Path entry : entries) {
                    Deletion.of(entry);
                }
            }
        }
    }
}
