/** Caps: what is in use of them, changing one, and proving the ledger. */
@NullMarked
package dev.wakeful.cli.budget;

import org.jspecify.annotations.NullMarked;
