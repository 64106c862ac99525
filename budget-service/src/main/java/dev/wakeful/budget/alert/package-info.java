/** Says when a share of a cap is in use, once for each threshold and window (BUD-5). */
@NullMarked
package dev.wakeful.budget.alert;

import org.jspecify.annotations.NullMarked;
