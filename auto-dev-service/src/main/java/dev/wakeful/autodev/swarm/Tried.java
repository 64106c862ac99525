package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;

/** One strategy of a heat and what it achieved. */
public record Tried(StrategyName strategy, Attempted attempted) {

    /** What it led to when it led to nothing. */
    Attempt inVain(Result result, String message) {
        return new Attempt(strategy, result, message);
    }
}
