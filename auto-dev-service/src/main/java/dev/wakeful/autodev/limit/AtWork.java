package dev.wakeful.autodev.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * What is at work over all instances, and what the mode allows.
 *
 * @param swarms at work, but for the one that asks
 * @param agents at work for them: each swarm counts as one, and as many as there are where several race
 * @param lastLetIn when one was last let in above the soft limit
 */
record AtWork(long swarms, long agents, int allowedSwarms, int allowedAgents, Optional<Instant> lastLetIn) {}
