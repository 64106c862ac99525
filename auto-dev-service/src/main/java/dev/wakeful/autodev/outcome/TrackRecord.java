package dev.wakeful.autodev.outcome;

import dev.wakeful.autodev.swarm.StrategyName;
import java.time.Duration;

/**
 * How a strategy has done on a kind of failure (LEARN-1).
 *
 * @param tried how often it ended
 * @param proven how often the system then saw the check green
 * @param median how long half of the runs took at most
 */
public record TrackRecord(StrategyName strategy, int tried, int proven, Duration median) {

    /** The mean of the Beta(1, 1) posterior: one half while nothing is known, and never quite 0 or 1. */
    public double chance() {
        return (proven + 1.0) / (tried + 2.0);
    }

    /** What one success takes on average, so that a slow sure one and a quick unsure one can be compared. */
    public Duration perSuccess() {
        return Duration.ofMillis(Math.round(median.toMillis() / chance()));
    }
}
