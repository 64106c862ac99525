/** After a recovery, money whose use nobody knows counts at its worst case. */
@NullMarked
package dev.wakeful.budget.recovery;

import org.jspecify.annotations.NullMarked;
