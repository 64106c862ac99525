/** The shipped system as a process of its own, spoken to over HTTP and ended by its process id. */
@NullMarked
package dev.wakeful.benchmarks.system;

import org.jspecify.annotations.NullMarked;
