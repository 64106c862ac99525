/** Accounts, reservations and the journal, with two-phase transfers between them (BUD-2, BUD-3). */
@NullMarked
package dev.wakeful.budget.ledger;

import org.jspecify.annotations.NullMarked;
