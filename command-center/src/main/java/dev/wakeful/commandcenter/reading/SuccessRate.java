package dev.wakeful.commandcenter.reading;

/**
 * How often something succeeds, and how sure that is (LEARN-1): the posterior Beta(1 + proven, 1 + rest) after runs of which nothing was known
 * before. Pure.
 *
 * @param mean what the order of strategies goes by
 * @param low nine in ten chances are not below the 5 % quantile …
 * @param high … and not above the 95 % quantile
 */
public record SuccessRate(double mean, double low, double high) {

    private static final double TAIL = 0.05;
    private static final int HALVINGS = 40;

    /** @throws IllegalArgumentException when more succeeded than were run */
    public static SuccessRate of(long runs, long proven) {
        if (proven < 0 || proven > runs) {
            throw new IllegalArgumentException(proven + " of " + runs);
        }
        return new SuccessRate(
                (proven + 1.0) / (runs + 2.0), quantile(TAIL, runs, proven), quantile(1 - TAIL, runs, proven));
    }

    private static double quantile(double share, long runs, long proven) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle, runs, proven) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** With whole parameters the Beta distribution is the upper tail of a binomial one: P(more than proven of runs + 1 succeed). */
    private static double below(double chance, long runs, long proven) {
        long all = runs + 1;
        double odds = Math.log(chance) - Math.log1p(-chance);
        double term = all * Math.log1p(-chance);
        double tail = 0;
        for (long k = 0; k <= all; k++) {
            if (k > proven) {
                tail += Math.exp(term);
            }
            term += Math.log((double) (all - k) / (k + 1)) + odds;
        }
        return tail;
    }
}
