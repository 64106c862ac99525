package dev.wakeful.benchmarks.stop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Process trees that do not want to end: each ignores SIGTERM, forks twice, and leaves group and session, twice. Their last child writes down
 * the time every few milliseconds for as long as it lives.
 *
 * @param pids where every process writes its number
 * @param stamps where they leave their traces
 */
record Trees(Path pids, Path stamps) {

    /** Processes in each. */
    static final int SIZE = 3;

    /** Not more often: whoever looks takes the processor away from those who end them. */
    private static final long LOOK_NANOS = 3_000_000;

    private static final String TREE = """
            trap '' TERM HUP INT
            exec 9<> <(:)
            (setsid bash -c 'trap "" TERM HUP INT
              exec 9<> <(:)
              (setsid bash -c "trap \\"\\" TERM HUP INT; exec 9<> <(:); echo \\$\\$ >> %1$s; while :; do echo \\$EPOCHREALTIME >> %2$s; read -rt 0.005 -u 9; done" &)
              echo $$ >> %1$s
              while :; do read -rt 1 -u 9; done' &)
            echo $$ >> %1$s
            while :; do read -rt 1 -u 9; done
            """;

    static Trees in(Path directory) {
        return new Trees(directory.resolve("pids"), directory.resolve("stamps"));
    }

    /** The shell script that becomes one tree. */
    String script() {
        return TREE.formatted(pids, stamps);
    }

    /** Forgets what was; only while none is alive. */
    void clear() throws IOException {
        Files.deleteIfExists(pids);
        Files.deleteIfExists(stamps);
    }

    Set<Long> all() throws IOException {
        Set<Long> all = new HashSet<>();
        if (Files.exists(pids)) {
            for (String line : Files.readAllLines(pids)) {
                if (!line.isBlank()) {
                    all.add(Long.parseLong(line.strip()));
                }
            }
        }
        return all;
    }

    /** Waits until so many trees live and have left a trace. */
    void await(int trees, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (living(all()).size() < trees * SIZE || !Files.exists(stamps)) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        living(all()).size() + " of " + trees * SIZE + " processes run after " + patience);
            }
            Thread.sleep(10);
        }
    }

    /** Waits until none of them is alive, and tells when that was, by {@link System#nanoTime}. */
    static long awaitDead(Set<Long> pids, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        List<Long> left = living(pids);
        while (!left.isEmpty()) {
            if (System.nanoTime() > end) {
                left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                throw new IOException(left.size() + " processes are alive after " + patience);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            left = living(left);
        }
        return System.nanoTime();
    }

    /** A process that has ended and that nobody has asked about yet is a state Z, and does nothing any more. */
    private static List<Long> living(Iterable<Long> pids) {
        List<Long> living = new ArrayList<>();
        for (long pid : pids) {
            if (isAlive(pid)) {
                living.add(pid);
            }
        }
        return living;
    }

    private static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }

    /** When the last trace was left, in microseconds since 1970. */
    long lastStampMicros() throws IOException {
        List<String> lines = Files.readAllLines(stamps);
        return lines.stream()
                .filter(line -> line.matches("\\d+[.,]\\d{6}"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[.,]", "")))
                .max()
                .orElse(0);
    }
}
