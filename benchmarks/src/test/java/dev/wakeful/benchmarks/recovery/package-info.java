@NullMarked
package dev.wakeful.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
