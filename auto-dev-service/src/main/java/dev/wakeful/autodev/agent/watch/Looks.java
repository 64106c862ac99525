package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.process.Effort;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * How an agent looked so far from outside.
 *
 * @param trees every state its files were seen in: one that is come back to is no change
 */
record Looks(Instant at, Effort effort, Set<Long> trees) {

    /** Of one core: what something that only waits never needs. */
    private static final double BUSY = 0.05;

    private static final double BUSY_BYTES_A_SECOND = 16 << 10;
    private static final int MOST = 256;

    Looks {
        trees = Set.copyOf(trees);
    }

    static Looks none(Instant at) {
        return new Looks(at, Effort.NONE, Set.of());
    }

    boolean areBlind() {
        return trees.isEmpty();
    }

    boolean isNews(Sample sample) {
        return !areBlind()
                && sample.tree().isPresent()
                && !trees.contains(sample.tree().getAsLong());
    }

    boolean isBusy(Sample sample, Instant now) {
        double seconds = Duration.between(at, now).toMillis() / 1000.0;
        double worked = sample.effort().cpu().minus(effort.cpu()).toMillis() / 1000.0;
        double moved = sample.effort().bytes() - effort.bytes();
        return seconds > 0 && (worked >= seconds * BUSY || moved >= seconds * BUSY_BYTES_A_SECOND);
    }

    Looks with(Sample sample, Instant now) {
        Set<Long> seen = trees.size() >= MOST ? new HashSet<>() : new HashSet<>(trees);
        sample.tree().ifPresent(seen::add);
        return new Looks(now, sample.effort(), seen);
    }
}
