package dev.wakeful.autodev.inspection;

import java.util.List;
import java.util.Locale;

/**
 * Whether a head is slower than its base, told by pairs of runs that were made in turn (HUNT-5). Pure. The interval holds the median of the
 * ratios with 95 % and leans on no distribution: it is made of order statistics.
 *
 * @param median of head over base; 1.1 is a tenth slower
 */
record Comparison(Outcome outcome, double median, double low, double high, int rounds) {

    /** With fewer there is no such interval. */
    static final int FEWEST = 6;

    private static final double TAIL = 0.025;

    /** What can be said. */
    enum Outcome {
        HOLDS,
        SLOWER,
        INCONCLUSIVE
    }

    /**
     * @param ratios of head over base, one a round; at least six
     * @param noise how much slower is no slower, in per mille
     */
    static Comparison of(List<Double> ratios, int noise) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int cut = cut(sorted.size());
        double low = sorted.get(cut);
        double high = sorted.get(sorted.size() - 1 - cut);
        double most = 1 + noise / 1000.0;
        Outcome outcome = high <= most ? Outcome.HOLDS : low > most ? Outcome.SLOWER : Outcome.INCONCLUSIVE;
        return new Comparison(outcome, median(sorted), low, high, sorted.size());
    }

    /** How many may be left out at each end. */
    private static int cut(int n) {
        double term = Math.pow(0.5, n);
        double sum = term;
        int cut = 0;
        while (cut < n / 2) {
            term = term * (n - cut) / (cut + 1);
            sum += term;
            if (sum > TAIL) {
                break;
            }
            cut++;
        }
        return cut;
    }

    static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%+.1f %% against the base (%+.1f to %+.1f %%, %d rounds in turn)",
                percent(median),
                percent(low),
                percent(high),
                rounds);
    }

    private static double percent(double ratio) {
        return (ratio - 1) * 100;
    }
}
