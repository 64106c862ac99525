package dev.wakeful.budget.forecast;

import org.jspecify.annotations.Nullable;

/**
 * What a swarm was quoted at its start, in micro-dollars.
 *
 * @param p50 what half of such swarms had cost at most; absent: too few had ended
 */
record Quoted(long quote, @Nullable Long p50, String kind) {}
