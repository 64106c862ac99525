package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;

/** A swarm that is at work has to end. */
public record Ending(StopCause cause, Decision decision) {}
