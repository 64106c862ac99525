package dev.wakeful.planner.authority;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import java.time.Instant;

/**
 * What the rules look at.
 *
 * @param quote the most one attempt is expected to spend
 * @param limits what the policy says
 */
public record Situation(FindingEvent.Raised finding, Money quote, Instant now, AuthorityProperties limits) {}
