package dev.wakeful.autodev.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many tests were executed, and which failed; skipped ones were not executed.
 *
 * @param failing the first names; text from outside
 */
public record TestCounts(int executed, int failed, int skipped, List<String> failing) {

    static final TestCounts NONE = new TestCounts(0, 0, 0, List.of());
    private static final int MOST_NAMES = 20;

    public TestCounts {
        failing = List.copyOf(failing);
    }

    TestCounts plus(TestCounts other) {
        return new TestCounts(
                executed + other.executed,
                failed + other.failed,
                skipped + other.skipped,
                Stream.concat(failing.stream(), other.failing.stream())
                        .limit(MOST_NAMES)
                        .toList());
    }

    TestCounts and(String name, boolean wasSkipped, boolean hasFailed) {
        List<String> names = new ArrayList<>(failing);
        if (hasFailed && names.size() < MOST_NAMES) {
            names.add(name);
        }
        return new TestCounts(
                executed + (wasSkipped ? 0 : 1),
                failed + (hasFailed && !wasSkipped ? 1 : 0),
                skipped + (wasSkipped ? 1 : 0),
                names);
    }
}
