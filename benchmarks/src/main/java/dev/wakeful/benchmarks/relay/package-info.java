/** Commit to listener: our outbox against raw Kafka, a poll and a library. */
@NullMarked
package dev.wakeful.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
