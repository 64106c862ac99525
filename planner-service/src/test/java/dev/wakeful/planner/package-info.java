/** The planner, piece by piece and as a whole. */
@NullMarked
package dev.wakeful.planner;

import org.jspecify.annotations.NullMarked;
