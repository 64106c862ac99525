package dev.wakeful.budget.gateway.provider;

import java.time.Instant;

/** A provider that is down. */
record Outage(Instant since, String reason) {}
