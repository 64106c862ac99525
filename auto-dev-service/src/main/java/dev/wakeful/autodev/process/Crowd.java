package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * All processes of many swarms at once: one look through {@code /proc} finds everybody who bears one of the marks, whichever group or session
 * they have made for themselves and whoever their parent is by now.
 */
final class Crowd {

    private static final Path PROC = Path.of("/proc");
    private static final String BEARER = "\0" + Place.MARK + "=";
    private static final long BREATH_NANOS = 500_000;

    private final Set<String> marks;
    private final Set<Long> ended = new HashSet<>();

    Crowd(Set<String> marks) {
        this.marks = Set.copyOf(marks);
    }

    /** Whether the operating system shows the environment of processes; only Linux does. */
    static boolean isVisible() {
        return Files.isReadable(PROC.resolve("self/environ"));
    }

    /**
     * Ends each of them as soon as it is seen, the youngest first, and looks again until nobody is left: they may multiply meanwhile.
     *
     * @return who there was
     */
    Set<Long> end(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (endThoseSeen() && System.nanoTime() < until) {
            LockSupport.parkNanos(BREATH_NANOS);
        }
        return Set.copyOf(ended);
    }

    /** Whether there was anybody. */
    private boolean endThoseSeen() {
        boolean anybody = false;
        for (long pid : everybody()) {
            Optional<ProcessHandle> bearer =
                    bearsAMark(pid) ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
            if (bearer.isPresent()) {
                bearer.get().destroyForcibly();
                ended.add(pid);
                anybody = true;
            }
        }
        return anybody;
    }

    private static List<Long> everybody() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            processes.forEach(
                    process -> pids.add(Long.parseLong(process.getFileName().toString())));
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        pids.remove(ProcessHandle.current().pid());
        pids.sort(Comparator.reverseOrder());
        return pids;
    }

    /** One that is gone, or is somebody else's, cannot be read and is not ours. */
    private boolean bearsAMark(long process) {
        try {
            String environment =
                    "\0" + Files.readString(PROC.resolve(process + "/environ"), StandardCharsets.ISO_8859_1) + "\0";
            int at = environment.indexOf(BEARER);
            return at >= 0
                    && marks.contains(environment.substring(
                            at + BEARER.length(), environment.indexOf('\0', at + BEARER.length())));
        } catch (IOException e) {
            return false;
        }
    }
}
