/** What the budget hears, one listener per topic. */
@NullMarked
package dev.wakeful.budget.inbound;

import org.jspecify.annotations.NullMarked;
