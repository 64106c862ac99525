/** Clocks, arrivals and statistics that every benchmark shares. */
@NullMarked
package dev.wakeful.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
