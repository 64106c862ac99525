package dev.wakeful.autodev.tamper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which test of before is which of now, over all files of a change: the same name first, else much the same lines. */
record TestPairs(List<Pair> kept, List<Located> gone) {

    private static final double MUCH_THE_SAME = 0.5;
    private static final int MOST_COMPARED = 300;

    /** A test and its file. */
    record Located(Inspected file, TestCase test) {}

    /** The same test twice. */
    record Pair(Located before, Located after) {}

    static TestPairs of(List<Inspected> files) {
        List<Pair> kept = new ArrayList<>();
        List<Located> gone = new ArrayList<>();
        List<Located> unknown = new ArrayList<>();
        for (Inspected file : files) {
            List<Located> here = located(file, file.testsAfter());
            for (Located before : located(file, file.testsBefore())) {
                take(here, other -> other.test().name().equals(before.test().name()))
                        .ifPresentOrElse(after -> kept.add(new Pair(before, after)), () -> gone.add(before));
            }
            unknown.addAll(here);
        }
        List<Located> lost = new ArrayList<>();
        for (Located before : gone) {
            elsewhere(before, unknown)
                    .ifPresentOrElse(after -> kept.add(new Pair(before, after)), () -> lost.add(before));
        }
        return new TestPairs(kept, lost);
    }

    private static Optional<Located> elsewhere(Located before, List<Located> unknown) {
        return take(unknown, other -> other.test().name().equals(before.test().name()))
                .or(() -> unknown.stream()
                        .limit(MOST_COMPARED)
                        .max(Comparator.comparingDouble(other -> other.test().likeness(before.test())))
                        .filter(other -> other.test().likeness(before.test()) >= MUCH_THE_SAME)
                        .map(other -> {
                            unknown.remove(other);
                            return other;
                        }));
    }

    private static List<Located> located(Inspected file, TestCase.Split split) {
        List<Located> located = new ArrayList<>();
        split.tests().forEach(test -> located.add(new Located(file, test)));
        return located;
    }

    private static Optional<Located> take(List<Located> from, java.util.function.Predicate<Located> wanted) {
        for (int i = 0; i < from.size(); i++) {
            if (wanted.test(from.get(i))) {
                return Optional.of(from.remove(i));
            }
        }
        return Optional.empty();
    }
}
