/** What the steps of the reaction cost at least, measured one by one in a process with the system's JVM flags. */
@NullMarked
package dev.wakeful.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
