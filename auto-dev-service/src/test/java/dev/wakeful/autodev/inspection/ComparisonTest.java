package dev.wakeful.autodev.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.inspection.Comparison.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** HUNT-5, VER-6 */
class ComparisonTest {

    private static Outcome outcome(double... ratios) {
        return Comparison.of(DoubleStream.of(ratios).boxed().toList(), 50).outcome();
    }

    @Test
    void onlyWhatIsBeyondTheNoiseInAllCertaintyIsSlower() {
        assertThat(outcome(1.2, 1.3, 1.2, 1.25, 1.4, 1.2)).isEqualTo(Outcome.SLOWER);
        assertThat(outcome(1.0, 1.01, 0.98, 1.02, 1.04, 0.99)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(0.5, 0.6, 0.5, 0.5, 0.55, 0.5)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(1.0, 1.2, 0.9, 1.3, 1.1, 0.8)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcome(1.2, 1.3, 1.2, 1.25, 1.4, 1.0)).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void withMoreRoundsAFewOutliersDoNoHarm() {
        List<Double> mostlySame =
                IntStream.range(0, 20).mapToObj(n -> n < 4 ? 3.0 : 1.0).toList();

        assertThat(Comparison.of(mostlySame, 50).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Comparison.of(mostlySame, 50).median()).isEqualTo(1.0);
    }

    /** Two revisions that are the same are called slower in fewer than 2.5 of 100 cases. */
    @Test
    void whatIsTheSameIsHardlyEverCalledSlower() {
        Random random = new Random(7);
        long wrong = IntStream.range(0, 2_000)
                .filter(series -> {
                    List<Double> ratios = IntStream.range(0, 9)
                            .mapToObj(n -> Math.exp(0.3 * random.nextGaussian()) * 1.01)
                            .toList();
                    return Comparison.of(ratios, 10).outcome() == Outcome.SLOWER;
                })
                .count();

        assertThat(wrong).isLessThan(50);
    }

    @Test
    void itReadsWell() {
        assertThat(Comparison.of(Collections.nCopies(6, 1.02), 50))
                .hasToString("+2.0 % against the base (+2.0 to +2.0 %, 6 rounds in turn)");
    }
}
