package dev.wakeful.autodev.swarm;

import dev.wakeful.events.Revision;

/** A change that a strategy made and that may mend the failure; nothing is proven yet. */
public record Candidate(StrategyName strategy, Revision head, String title) {}
