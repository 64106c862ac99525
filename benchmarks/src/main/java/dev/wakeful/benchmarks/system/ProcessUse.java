package dev.wakeful.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process takes, as Linux counts it in {@code /proc}. */
public final class ProcessUse {

    /** Linux counts in hundredths of a second on every machine this runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private ProcessUse() {}

    /** Its resident memory in MiB. */
    public static double residentMiB(long pid) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        return found.find() ? Math.round(Long.parseLong(found.group(1)) / 102.4) / 10.0 : 0;
    }

    /** The processor time it has used so far, in seconds; without its children. */
    public static double cpuSeconds(long pid) throws IOException {
        List<String> fields = statistics(pid);
        return (number(fields, UTIME) + number(fields, STIME)) / TICKS_PER_SECOND;
    }

    /**
     * The processor time of the database: its processes and those of them that have ended. The database is not a child of the system, since
     * it may outlive it.
     */
    public static double databaseCpuSeconds(Path data) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        double seconds = cpuSeconds(postmaster)
                + (number(statistics(postmaster), CHILDREN_UTIME) + number(statistics(postmaster), CHILDREN_STIME))
                        / TICKS_PER_SECOND;
        try (Stream<ProcessHandle> backends =
                ProcessHandle.of(postmaster).map(ProcessHandle::children).orElse(Stream.empty())) {
            for (ProcessHandle backend : backends.toList()) {
                seconds += backend.isAlive() ? cpuSeconds(backend.pid()) : 0;
            }
        }
        return seconds;
    }

    /** The fields after the name, which may itself hold spaces. */
    private static List<String> statistics(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static long number(List<String> fields, int index) {
        return Long.parseLong(fields.get(index).strip());
    }
}
