package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much processor time all processes of a command have used together, ended ones too. A parent is told what its children used once it has
 * waited for them; of those that nobody waits for counts what was seen last. So it is never more than they really used, and a little less
 * where many live shorter than from one look to the next without being waited for.
 */
final class ProcessorTime {

    private static final long TICK_MILLIS = 10;
    private static final int USER = 11;
    private static final int CHILDREN = 13;
    private static final int AFTER = 15;
    private static final int BORN = 19;

    private final Map<String, Long> seen = new HashMap<>();
    private long most;

    /** @param processes directories of them in a {@code /proc} */
    Duration of(List<Path> processes) {
        long alive = 0;
        for (Path process : processes) {
            try {
                String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                long own = ticks(fields, USER, CHILDREN);
                alive += own + ticks(fields, CHILDREN, AFTER);
                seen.put(process.getFileName() + " since " + fields[BORN], own);
            } catch (IOException | RuntimeException gone) {
                // what it used is its parent's to tell
            }
        }
        long everybody = seen.values().stream().mapToLong(Long::longValue).sum();
        most = Math.max(most, Math.max(alive, everybody));
        return Duration.ofMillis(most * TICK_MILLIS);
    }

    private static long ticks(String[] fields, int from, int to) {
        return Arrays.stream(fields, from, to).mapToLong(Long::parseLong).sum();
    }
}
