package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines one text has more often than the other. A line that only moved is neither removed nor added. */
record Difference(List<Line> removed, List<Line> added) {

    static Difference of(List<Line> before, List<Line> after) {
        return new Difference(without(before, after), without(after, before));
    }

    private static List<Line> without(List<Line> lines, List<Line> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(line -> left.merge(line.key(), 1, Integer::sum));
        List<Line> remaining = new ArrayList<>();
        for (Line line : lines) {
            if (left.merge(line.key(), -1, Integer::sum) < 0) {
                remaining.add(line);
            }
        }
        return remaining;
    }
}
