/** Findings from their first report to their end: attach or open, reclassify, resolve. */
@NullMarked
package dev.wakeful.bughunter.finding;

import org.jspecify.annotations.NullMarked;
