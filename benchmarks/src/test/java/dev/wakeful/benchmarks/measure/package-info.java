@NullMarked
package dev.wakeful.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
