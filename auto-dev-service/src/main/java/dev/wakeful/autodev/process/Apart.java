package dev.wakeful.autodev.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands before every command of a repository: it gets a session and process group of its own, so that it can be ended as a whole, and
 * less of the processor than the system itself, so that a stop is never slow because builds keep the machine busy (STOP-4). Where the
 * operating system lacks a program for it, the command runs without.
 */
final class Apart {

    private final List<String> words = new ArrayList<>();

    Apart(Bounds bounds) {
        if (bounds.niceness() > 0 && isOnPath("nice")) {
            words.addAll(List.of("nice", "-n", Integer.toString(bounds.niceness())));
        }
        if (isOnPath("setsid")) {
            words.add("setsid");
        }
    }

    /** The command with the words before it. */
    List<String> before(List<String> argv) {
        List<String> all = new ArrayList<>(words);
        all.addAll(argv);
        return all;
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
