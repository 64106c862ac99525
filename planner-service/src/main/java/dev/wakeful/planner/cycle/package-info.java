/** The wake cycle: look, decide, act, record. */
@NullMarked
package dev.wakeful.planner.cycle;

import org.jspecify.annotations.NullMarked;
