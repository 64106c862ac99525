/** How soon everything is quiet after an emergency stop (STOP-4). */
@NullMarked
package dev.wakeful.benchmarks.stop;

import org.jspecify.annotations.NullMarked;
