/** Stops swarms that spend too fast, or without progress (BUD-8). */
@NullMarked
package dev.wakeful.budget.rate;

import org.jspecify.annotations.NullMarked;
