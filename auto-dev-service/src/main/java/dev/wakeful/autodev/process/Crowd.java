package dev.wakeful.autodev.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static final File PROC = new File("/proc");
    private static final String VARIABLE = Place.MARK + "=";
    private static final String END = "\0";
    private static final long BREATH_NANOS = 500_000;
    private static final int LOOKS_TO_PREPARE = 5;

    private final Set<String> marks;
    private final Set<Long> ended = new HashSet<>();

    Crowd(Set<String> marks) {
        this.marks = Set.copyOf(marks);
    }

    /** Looks for nobody, so that the first look that matters is as quick as all others. */
    static void prepare() {
        Crowd nobody = new Crowd(Set.of());
        for (int look = 0; isVisible() && look < LOOKS_TO_PREPARE; look++) {
            nobody.endThoseSeen();
        }
    }

    /** Whether the operating system shows the environment of processes; only Linux does. */
    static boolean isVisible() {
        return new File(PROC, "self/environ").canRead();
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
            if (bearsAMark(pid)) {
                Signal.KILL.sendToProcess(pid);
                ended.add(pid);
                anybody = true;
            }
        }
        return anybody;
    }

    private static List<Long> everybody() {
        String[] names = PROC.list();
        List<Long> pids = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(Long.parseLong(name));
            }
        }
        pids.remove(ProcessHandle.current().pid());
        pids.sort(Comparator.reverseOrder());
        return pids;
    }

    /** One that is gone, or is somebody else's, cannot be read and is not ours; one that has ended has no environment. */
    private boolean bearsAMark(long process) {
        try (FileInputStream file = new FileInputStream("/proc/" + process + "/environ")) {
            return mark(new String(file.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .filter(marks::contains)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> mark(String environment) {
        int before = environment.startsWith(VARIABLE) ? 0 : environment.indexOf(END + VARIABLE);
        if (before < 0) {
            return Optional.empty();
        }
        int begin = environment.indexOf('=', before) + 1;
        int end = environment.indexOf(END, begin);
        return Optional.of(environment.substring(begin, end < 0 ? environment.length() : end));
    }
}
