package dev.wakeful.cimanager.limit;

import java.time.Instant;

/** What was allowed to leave. */
record Granted(int commits, Instant at) {}
