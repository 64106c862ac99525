package dev.wakeful.autodev.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of those of the host's settings that are seen in every sandbox, so that it takes one mount instead of one for each: a mount waits
 * for the kernel, and there were as many of these as of all others. What the host changes afterwards is seen after the next start.
 *
 * @param copy stands for {@code /etc}; holds whatever else is put there, too
 */
record HostSettings(Path copy) {

    private static final String NAME = "etc-";

    /**
     * Copies them, one copy for each process; those of processes that have ended are removed.
     *
     * @param etc {@code /etc}
     * @param settings of it: files, and directories with all in them
     */
    static HostSettings of(Path etc, List<Path> settings, Path directory) {
        try {
            Files.createDirectories(directory);
            removeOld(directory);
            Path copy = directory.resolve(NAME + ProcessHandle.current().pid());
            for (Path setting : settings) {
                copy(setting, copy.resolve(etc.relativize(setting)));
            }
            Files.createDirectories(copy);
            return new HostSettings(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings that a sandbox needs could not be copied", e);
        }
    }

    void write(String name, String content) {
        try {
            Files.writeString(copy.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("What a sandbox needs could not be written", e);
        }
    }

    /** A link to a setting is followed, links inside of a directory stay what they are. */
    private static void copy(Path setting, Path target) throws IOException {
        Path top = setting.toRealPath();
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.toList()) {
                Path to = target.resolve(top.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to);
                } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(each)) {
                    copyIfReadable(each, to);
                }
            }
        }
    }

    private static void copyIfReadable(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.copy(file, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException notOurs) {
            // it could not be read inside either
        }
    }

    private static void removeOld(Path directory) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, NAME + "[0-9]*")) {
            for (Path copy : old) {
                if (!isInUse(copy)) {
                    remove(copy);
                }
            }
        }
    }

    private static boolean isInUse(Path copy) {
        long owner = Long.parseLong(copy.getFileName().toString().substring(NAME.length()));
        return ProcessHandle.of(owner).isPresent();
    }

    private static void remove(Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
