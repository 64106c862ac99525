/** What swarms were quoted and what they have cost (BUD-7). */
@NullMarked
package dev.wakeful.budget.forecast;

import org.jspecify.annotations.NullMarked;
