package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees through {@code /proc} how much the processes of a place work: the ones that are there at first are the program itself, which may be
 * busy with nothing; all that come later are what it runs. Sees nothing where there is no {@code /proc}.
 */
public final class Bystander {

    private static final Path PROC = Path.of("/proc");
    private static final long TICK_MILLIS = 10;
    private static final int USER_TIME = 11;
    private static final int CHILDRENS_USER_TIME = 13;
    private static final int AFTER_TIMES = 15;

    private final Family family;
    private Set<Long> itself = Set.of();

    public Bystander(Place place) {
        this.family = Family.of(place);
    }

    /** Whoever is there now is the program itself, and does not count. */
    public void setApart() {
        itself = family.marked().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    public Effort effort() {
        return family.marked().stream()
                .map(ProcessHandle::pid)
                .map(pid -> effort(pid, itself.contains(pid)))
                .reduce(Effort.NONE, Effort::plus);
    }

    /** Of the program itself only what its ended children did. */
    private static Effort effort(long pid, boolean itself) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long ticks = fields.subList(itself ? CHILDRENS_USER_TIME : USER_TIME, AFTER_TIMES).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
            return new Effort(Duration.ofMillis(ticks * TICK_MILLIS), itself ? 0 : bytes(pid));
        } catch (IOException | RuntimeException e) {
            // it is gone meanwhile
            return Effort.NONE;
        }
    }

    private static long bytes(long pid) throws IOException {
        return Files.readAllLines(PROC.resolve(pid + "/io")).stream()
                .filter(line -> line.startsWith("rchar:") || line.startsWith("wchar:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }
}
