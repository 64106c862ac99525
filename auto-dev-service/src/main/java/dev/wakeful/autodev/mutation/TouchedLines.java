package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.FileChange.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which lines of a file are another than before, told by the longest common subsequence of its lines without their indentation. Pure. */
final class TouchedLines {

    /** More is not compared line by line but by how often each line is there. */
    private static final long MOST_COMPARED = 4_000_000;

    private static final Pattern NOTHING_RUNS = Pattern.compile("(//.*|/\\*.*|[{}();]*|(import|package)\\s.*)");

    private TouchedLines() {}

    /** Numbers from 1, of the file as it is now; lines on which nothing can run are left out. */
    static Set<Integer> of(FileChange change) {
        List<String> before = lines(change.before().flatMap(Side::text).orElse(""));
        List<String> after = lines(change.after().flatMap(Side::text).orElse(""));
        Set<Integer> touched = new TreeSet<>();
        added(before, after).forEach(index -> {
            if (!NOTHING_RUNS.matcher(after.get(index)).matches()) {
                touched.add(index + 1);
            }
        });
        return touched;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(String::strip).toList();
    }

    private static Set<Integer> added(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> old = before.subList(start, before.size() - end);
        List<String> now = after.subList(start, after.size() - end);
        Set<Integer> added = new TreeSet<>();
        for (int index : (long) old.size() * now.size() <= MOST_COMPARED ? inOrder(old, now) : inNumber(old, now)) {
            added.add(start + index);
        }
        return added;
    }

    private static Set<Integer> inOrder(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        Set<Integer> added = new TreeSet<>();
        int i = 0;
        for (int j = 0; j < now.size(); ) {
            if (i < old.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                added.add(j++);
            }
        }
        return added;
    }

    private static Set<Integer> inNumber(List<String> old, List<String> now) {
        Map<String, Integer> left = new HashMap<>();
        old.forEach(line -> left.merge(line, 1, Integer::sum));
        Set<Integer> added = new TreeSet<>();
        for (int j = 0; j < now.size(); j++) {
            if (left.merge(now.get(j), -1, Integer::sum) < 0) {
                added.add(j);
            }
        }
        return added;
    }
}
