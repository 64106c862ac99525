/** The money people let the system spend: what is in use, and changing a cap (BUD). */
@NullMarked
package dev.wakeful.commandcenter.budget;

import org.jspecify.annotations.NullMarked;
