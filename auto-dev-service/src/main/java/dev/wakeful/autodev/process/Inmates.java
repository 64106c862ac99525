package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes of a command. In a sandbox with processes of its own they are read off the sandbox's own {@code /proc}, where nobody can hide
 * and nothing else is; elsewhere descendants are all there is to go by.
 *
 * @param directories of each of them in a {@code /proc}
 */
record Inmates(List<Path> directories) {

    private static final Path PROC = Path.of("/proc");
    private static final long PAGE = 4096;

    static Inmates of(Process process) {
        try {
            Path first = Path.of(process.children()
                    .findFirst()
                    .map(child -> "/proc/" + child.pid())
                    .orElse("/none"));
            if (!Files.readSymbolicLink(first.resolve("ns/pid"))
                    .equals(Files.readSymbolicLink(PROC.resolve("self/ns/pid")))) {
                return in(first.resolve("root/proc"));
            }
        } catch (IOException notToBeSeen) {
            // not Linux, or it is gone, or it does not let itself be looked into
        }
        List<Path> all = process.descendants()
                .map(each -> PROC.resolve(Long.toString(each.pid())))
                .toList();
        return new Inmates(all);
    }

    /** As long as one finds oneself in it, it is still the host's: the sandbox is being set up. */
    private static Inmates in(Path proc) throws IOException {
        if (isOurs(proc)) {
            return new Inmates(List.of());
        }
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            entries.forEach(all::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Inmates(all);
    }

    private static boolean isOurs(Path proc) {
        try {
            Files.readSymbolicLink(proc.resolve("self"));
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** Where each of them, and the one that they all come from, can be looked at. */
    List<Path> with(Process process) {
        List<Path> all = new ArrayList<>(directories);
        all.add(PROC.resolve(Long.toString(process.pid())));
        return all;
    }

    int processes() {
        return directories.size();
    }

    /** What they keep resident for themselves, in bytes: not shared with files or with others. */
    long memory() {
        return directories.stream().mapToLong(Inmates::memory).sum();
    }

    private static long memory(Path process) {
        try {
            String[] pages = Files.readString(process.resolve("statm")).split(" ");
            return Math.max(0, Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE;
        } catch (IOException gone) {
            return 0;
        }
    }
}
