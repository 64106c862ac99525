/** What people and their tools may read of the ledger. */
@NullMarked
package dev.wakeful.budget.web;

import org.jspecify.annotations.NullMarked;
