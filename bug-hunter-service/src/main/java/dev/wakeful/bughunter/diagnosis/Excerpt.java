package dev.wakeful.bughunter.diagnosis;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The part of a log a person, or a swarm, needs to see: the lines around what failed, at most 40 of at most 300 characters. */
final class Excerpt {

    static final int LINES = 40;
    static final int WIDTH = 300;
    private static final int ABOVE = 2;
    private static final int BELOW = 6;

    private Excerpt() {}

    /** Around the given lines; the end of the log when nothing stands out. */
    static List<String> of(Log log, List<Integer> failing) {
        SortedSet<Integer> chosen = new TreeSet<>();
        failing.stream()
                .limit(LINES)
                .forEach(line ->
                        IntStream.rangeClosed(line - ABOVE, line + BELOW).forEach(chosen::add));
        int size = log.lines().size();
        IntStream wanted = chosen.isEmpty()
                ? IntStream.range(Math.max(0, size - LINES), size)
                : chosen.stream().mapToInt(Integer::intValue).filter(line -> line >= 0 && line < size);
        return wanted.mapToObj(log.lines()::get)
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .map(line -> Log.cut(line, WIDTH))
                .toList();
    }
}
