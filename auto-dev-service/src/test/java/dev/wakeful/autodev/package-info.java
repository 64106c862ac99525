/** Auto-dev as a whole, with real repositories, processes, PostgreSQL and Kafka. */
@NullMarked
package dev.wakeful.autodev;

import org.jspecify.annotations.NullMarked;
