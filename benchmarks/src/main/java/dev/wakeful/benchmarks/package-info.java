/** The scoreboard: figures of the running system, each with its floor or peer measured in the same run. */
@NullMarked
package dev.wakeful.benchmarks;

import org.jspecify.annotations.NullMarked;
