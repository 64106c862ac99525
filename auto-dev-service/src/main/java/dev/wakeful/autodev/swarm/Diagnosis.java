package dev.wakeful.autodev.swarm;

import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Culprit;

/**
 * What the search found out.
 *
 * @param green the newest revision before the culprit that was seen green
 * @param exact whether the culprit's parent is that green one; otherwise revisions between them could not be checked
 */
public record Diagnosis(Culprit culprit, Revision green, boolean exact) {}
