package dev.wakeful.autodev.agent.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The last things an agent did, as hashes. */
record Trail(List<Long> steps) {

    static final Trail EMPTY = new Trail(List.of());

    private static final int LONGEST_CYCLE = 6;
    private static final int KEPT = 128;

    Trail {
        steps = List.copyOf(steps);
    }

    Trail with(long step) {
        List<Long> more = new ArrayList<>(steps.subList(Math.max(0, steps.size() - KEPT + 1), steps.size()));
        more.add(step);
        return new Trail(more);
    }

    /** Whether the last step was done before. */
    boolean repeats() {
        return !steps.isEmpty() && steps.indexOf(steps.getLast()) < steps.size() - 1;
    }

    /** Whether it ends with the same few steps so many times over. */
    boolean circles(int times) {
        return IntStream.rangeClosed(1, LONGEST_CYCLE).anyMatch(length -> circles(length, times));
    }

    private boolean circles(int length, int times) {
        int size = steps.size();
        return size >= length * times
                && IntStream.range(size - length * (times - 1), size)
                        .allMatch(i -> steps.get(i).equals(steps.get(i - length)));
    }
}
