package dev.wakeful.autodev.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Evidence.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** HUNT-3, LIM-4 */
class BisectionTest {

    private static final int LONGEST = 40;

    /** A history: revisions up to the culprit are red, older ones green, some cannot be checked. */
    private record History(int length, int culprit, Set<Integer> broken) {

        Verdict check(int revision) {
            if (broken.contains(revision)) {
                return Verdict.BROKEN;
            }
            return revision <= culprit ? Verdict.RED : Verdict.GREEN;
        }

        Result search(OptionalInt claimed) {
            Map<Integer, Verdict> seen = new HashMap<>(Map.of(0, Verdict.RED));
            while (true) {
                Bisection.Move move = new Bisection(length, claimed, seen).next();
                if (!(move instanceof Bisection.Probe probe)) {
                    return new Result(move, seen);
                }
                assertThat(seen).doesNotContainKey(probe.revision());
                assertThat(probe.remaining()).isPositive();
                seen.put(probe.revision(), check(probe.revision()));
            }
        }
    }

    private record Result(Bisection.Move end, Map<Integer, Verdict> seen) {

        int checks() {
            return seen.size() - 1;
        }
    }

    @Test
    void everyCulpritInEveryRangeIsFoundFromAClaimedGreen() {
        for (int length = 2; length <= LONGEST; length++) {
            for (int culprit = 0; culprit < length - 1; culprit++) {
                for (int claimed = culprit + 1; claimed < length; claimed++) {
                    Result result = new History(length, culprit, Set.of()).search(OptionalInt.of(claimed));

                    assertThat(result.end()).isEqualTo(new Bisection.Culprit(culprit, culprit + 1, true));
                    assertThat(result.checks()).isLessThanOrEqualTo(1 + log2(claimed));
                }
            }
        }
    }

    @Test
    void everyCulpritIsFoundWithoutAnyClaim() {
        for (int length = 2; length <= LONGEST; length++) {
            for (int culprit = 0; culprit < length - 1; culprit++) {
                Result result = new History(length, culprit, Set.of()).search(OptionalInt.empty());

                assertThat(result.end()).isEqualTo(new Bisection.Culprit(culprit, culprit + 1, true));
                assertThat(result.checks()).isLessThanOrEqualTo(2 * (1 + log2(length)));
            }
        }
    }

    @Test
    void aClaimThatProvesRedIsNotBelieved() {
        for (int length = 3; length <= LONGEST; length++) {
            for (int culprit = 1; culprit < length - 1; culprit++) {
                for (int claimed = 1; claimed <= culprit; claimed++) {
                    Result result = new History(length, culprit, Set.of()).search(OptionalInt.of(claimed));

                    assertThat(result.end()).isEqualTo(new Bisection.Culprit(culprit, culprit + 1, true));
                }
            }
        }
    }

    @Test
    void aHistoryThatIsRedThroughoutHasNoCulprit() {
        for (int length = 1; length <= LONGEST; length++) {
            Result result = new History(length, length, Set.of()).search(OptionalInt.empty());

            assertThat(result.end()).isEqualTo(new Bisection.NothingGreen());
        }
    }

    @Test
    void oneRevisionThatCannotBeCheckedNeverHidesACulpritBesideIt() {
        for (int length = 4; length <= LONGEST; length++) {
            for (int culprit = 0; culprit < length - 1; culprit++) {
                for (int broken = 1; broken < length; broken++) {
                    Result result = new History(length, culprit, Set.of(broken)).search(OptionalInt.empty());

                    boolean onlyGreen = broken == length - 1 && culprit == length - 2;
                    if (onlyGreen) {
                        assertThat(result.end()).isEqualTo(new Bisection.NothingGreen());
                    } else {
                        assertThat(result.end()).isInstanceOf(Bisection.Culprit.class);
                        surrounds((Bisection.Culprit) result.end(), culprit, Set.of(broken));
                    }
                }
            }
        }
    }

    /** The red one and the green one are seen; between them there is nothing but what cannot be checked. */
    private static void surrounds(Bisection.Culprit found, int culprit, Set<Integer> broken) {
        assertThat(found.revision()).isLessThanOrEqualTo(culprit).isNotIn(broken);
        assertThat(found.green()).isGreaterThan(culprit).isNotIn(broken);
        assertThat(broken)
                .containsAll(IntStream.range(found.revision() + 1, found.green())
                        .boxed()
                        .toList());
        assertThat(found.exact()).isEqualTo(found.green() == found.revision() + 1);
    }

    @Test
    void manyRevisionsThatCannotBeCheckedBoundTheSearch() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            int length = 2 + random.nextInt(LONGEST);
            Set<Integer> broken = IntStream.range(1, length)
                    .filter(revision -> random.nextInt(3) == 0)
                    .boxed()
                    .collect(Collectors.toSet());
            int culprit = random.nextInt(length);
            OptionalInt claimed =
                    random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(length - 1)) : OptionalInt.empty();

            Result result = new History(length, culprit, broken).search(claimed);

            assertThat(result.seen().values().stream().filter(Verdict.BROKEN::equals))
                    .hasSizeLessThanOrEqualTo(Bisection.MOST_BROKEN + 1);
            if (result.end() instanceof Bisection.Culprit found && broken.size() < Bisection.MOST_BROKEN) {
                surrounds(found, culprit, broken);
            }
        }
    }

    @Test
    void theReachIsLookedThroughInAFewChecks() {
        Result result = new History(1025, 1000, Set.of()).search(OptionalInt.empty());

        assertThat(result.end()).isEqualTo(new Bisection.Culprit(1000, 1001, true));
        assertThat(result.checks()).isLessThanOrEqualTo(21);
    }

    private static int log2(int n) {
        return 32 - Integer.numberOfLeadingZeros(n);
    }
}
