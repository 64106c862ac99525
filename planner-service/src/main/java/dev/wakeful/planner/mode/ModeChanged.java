package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent.Stance;

/** Told inside the planner, in the transaction that changes the mode, the context or the stance. */
public record ModeChanged(Stance stance) {}
