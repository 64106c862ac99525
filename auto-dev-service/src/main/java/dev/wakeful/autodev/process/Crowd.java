package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
     * Ends them all at once, and looks again until nobody is left: they may multiply meanwhile.
     *
     * @return how many there were
     */
    int end(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        List<ProcessHandle> alive = alive();
        while (!alive.isEmpty() && System.nanoTime() < until) {
            for (ProcessHandle process : alive) {
                process.destroyForcibly();
                ended.add(process.pid());
            }
            LockSupport.parkNanos(BREATH_NANOS);
            alive = alive();
        }
        return ended.size();
    }

    private List<ProcessHandle> alive() {
        Set<Long> bearers = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (bearsAMark(process)) {
                    bearers.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return bearers.stream()
                .filter(pid -> pid != ProcessHandle.current().pid())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** One that is gone, or is somebody else's, cannot be read and is not ours. */
    private boolean bearsAMark(Path process) {
        try {
            String environment =
                    "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1) + "\0";
            int at = environment.indexOf(BEARER);
            return at >= 0
                    && marks.contains(environment.substring(
                            at + BEARER.length(), environment.indexOf('\0', at + BEARER.length())));
        } catch (IOException e) {
            return false;
        }
    }
}
