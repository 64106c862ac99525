/** What a benchmark found, as one JSON document or as text. */
@NullMarked
package dev.wakeful.benchmarks.report;

import org.jspecify.annotations.NullMarked;
