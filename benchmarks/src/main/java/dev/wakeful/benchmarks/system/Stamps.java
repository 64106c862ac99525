package dev.wakeful.benchmarks.system;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file to which processes of swarms append a line with their own clock: {@code EPOCHREALTIME directory words…}. */
public record Stamps(Path file) {

    private static final Pattern LINE = Pattern.compile("(\\d+[.,]\\d+) (\\S*/workspaces/([^/ ]+)/tree) ?(.*)");

    /**
     * One line.
     *
     * @param micros since 1970, by the process's own clock
     * @param swarm whose workspace it ran in
     * @param words what else it said
     */
    public record Stamp(long micros, String swarm, String words) {}

    public List<Stamp> read() throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher found = LINE.matcher(line);
                if (found.matches()) {
                    stamps.add(new Stamp(micros(found.group(1)), found.group(3), found.group(4)));
                }
            }
        }
        return stamps;
    }

    /** Seconds as bash prints them, in microseconds. */
    public static long micros(String epochRealtime) {
        return new BigDecimal(epochRealtime.replace(',', '.')).movePointRight(6).longValue();
    }
}
