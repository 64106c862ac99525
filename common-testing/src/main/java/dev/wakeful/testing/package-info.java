/** Real PostgreSQL and Kafka, once per JVM, a clock to tick, and probes for the event streams. */
@NullMarked
package dev.wakeful.testing;

import org.jspecify.annotations.NullMarked;
