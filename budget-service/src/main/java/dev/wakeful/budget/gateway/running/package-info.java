/** Calls under way: what can end one from outside, and who looks after that. */
@NullMarked
package dev.wakeful.budget.gateway.running;

import org.jspecify.annotations.NullMarked;
