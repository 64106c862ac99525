package dev.wakeful.planner.authority;

import dev.wakeful.events.Money;

/**
 * On which terms a task exists.
 *
 * @param tier 1 is the most autonomous
 * @param priority 1 comes first
 * @param cap the most it may ever spend
 */
public record Terms(int tier, int priority, Money cap) {}
