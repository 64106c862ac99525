/** Answers what is heard with entries in the ledger and events about them. */
@NullMarked
package dev.wakeful.budget.funding;

import org.jspecify.annotations.NullMarked;
