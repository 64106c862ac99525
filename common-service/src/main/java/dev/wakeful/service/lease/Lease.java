package dev.wakeful.service.lease;

/** The right to work on something, for a time. The token grows with each new holder. */
public record Lease(String name, String holder, long token) {}
