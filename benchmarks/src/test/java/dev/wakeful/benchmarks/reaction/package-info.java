@NullMarked
package dev.wakeful.benchmarks.reaction;

import org.jspecify.annotations.NullMarked;
