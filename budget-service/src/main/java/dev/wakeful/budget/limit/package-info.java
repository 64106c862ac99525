/** The caps in force: those of the policy, and those that people have set since. */
@NullMarked
package dev.wakeful.budget.limit;

import org.jspecify.annotations.NullMarked;
