/** Modes. */
@NullMarked
package dev.wakeful.planner.mode;

import org.jspecify.annotations.NullMarked;
