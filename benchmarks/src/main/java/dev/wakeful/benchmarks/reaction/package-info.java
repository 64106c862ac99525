/** Webhook to the first process of its swarm, after idle and busy, against the sum of its floors. */
@NullMarked
package dev.wakeful.benchmarks.reaction;

import org.jspecify.annotations.NullMarked;
