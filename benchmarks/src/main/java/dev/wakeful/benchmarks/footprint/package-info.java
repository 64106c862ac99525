/** How soon the system is there and what it takes while it sleeps, with and without an AOT cache. */
@NullMarked
package dev.wakeful.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
