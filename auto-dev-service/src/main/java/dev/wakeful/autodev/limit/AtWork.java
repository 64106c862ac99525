package dev.wakeful.autodev.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * What is at work over all instances, and what the mode allows.
 *
 * @param swarms at work, but for the one that asks
 * @param lastLetIn when one was last let in above the soft limit
 */
record AtWork(long swarms, int allowedSwarms, int allowedAgents, Optional<Instant> lastLetIn) {

    /** Each swarm works through one agent at a time. */
    long agents() {
        return swarms;
    }
}
