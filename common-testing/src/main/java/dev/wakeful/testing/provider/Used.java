package dev.wakeful.testing.provider;

/** What the provider bills, in tokens; the four kinds do not overlap. */
public record Used(long input, long cacheRead, long cacheWrite, long output) {}
