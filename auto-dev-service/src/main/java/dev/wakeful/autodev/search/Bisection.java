package dev.wakeful.autodev.search;

import dev.wakeful.events.Evidence.Verdict;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which revision to check next on the way to the one that brought the failure. Pure, and without memory: everything follows from the
 * verdicts so far, so a search goes on after a crash where it was.
 *
 * <p>Revisions are numbered backwards from the failing one, which is 0 and red. While none is known green it looks further back in doubling
 * steps; then it halves the range. A green that others claim is trusted for the halving, but never for the result. Revisions that cannot
 * be checked are passed over in favour of their neighbours.
 *
 * @param length how many revisions are in reach, the failing one included
 * @param claimedGreen the revision that others saw green
 * @param seen the verdicts so far
 */
record Bisection(int length, OptionalInt claimedGreen, Map<Integer, Verdict> seen) {

    /** So many revisions that cannot be checked, and no more is tried. */
    static final int MOST_BROKEN = 12;

    /** What to do next. */
    sealed interface Move {}

    /** Check this one; about so many more are to come, this one included. */
    record Probe(int revision, int remaining) implements Move {}

    /** The culprit; {@code exact} when its parent is the green one. */
    record Culprit(int revision, int green, boolean exact) implements Move {}

    /** None in reach is green. */
    record NothingGreen() implements Move {}

    Move next() {
        OptionalInt green = nearest(Verdict.GREEN);
        if (green.isPresent()) {
            return between(lastRedBefore(green.getAsInt()), green.getAsInt(), true);
        }
        int red = lastRedBefore(length);
        int claimed = claimedGreen.orElse(0);
        return claimed > red && !seen.containsKey(claimed) ? between(red, claimed, false) : furtherBackThan(red);
    }

    private OptionalInt nearest(Verdict verdict) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() == verdict)
                .mapToInt(Map.Entry::getKey)
                .min();
    }

    private int lastRedBefore(int limit) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() == Verdict.RED && entry.getKey() < limit)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
    }

    private Move between(int red, int green, boolean observed) {
        int middle = (red + green) / 2;
        OptionalInt open = unseen(red + 1, green)
                .boxed()
                .min((a, b) -> Integer.compare(Math.abs(a - middle), Math.abs(b - middle)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        int remaining = halvings(green - red) + (observed ? 0 : 1);
        if (open.isPresent()) {
            return new Probe(open.getAsInt(), Math.max(1, remaining));
        }
        return observed ? new Culprit(red, green, green - red == 1) : new Probe(green, 1);
    }

    private Move furtherBackThan(int red) {
        IntStream steps = IntStream.concat(
                IntStream.iterate(1, step -> step < length, step -> step * 2), IntStream.of(length - 1));
        OptionalInt step =
                steps.filter(back -> back > red && !seen.containsKey(back)).findFirst();
        OptionalInt back = step.isPresent() ? step : unseen(red + 1, length).max();
        return back.isPresent() && !tooManyBroken()
                ? new Probe(back.getAsInt(), 1 + halvings(back.getAsInt() - red))
                : new NothingGreen();
    }

    private IntStream unseen(int from, int to) {
        return tooManyBroken()
                ? IntStream.empty()
                : IntStream.range(from, to).filter(revision -> !seen.containsKey(revision));
    }

    private boolean tooManyBroken() {
        return seen.values().stream()
                        .filter(verdict -> verdict == Verdict.BROKEN)
                        .count()
                >= MOST_BROKEN;
    }

    private static int halvings(int range) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(0, range - 1));
    }
}
