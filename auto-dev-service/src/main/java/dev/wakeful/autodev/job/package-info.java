/** The durable job that takes a swarm from step to step. */
@NullMarked
package dev.wakeful.autodev.job;

import org.jspecify.annotations.NullMarked;
