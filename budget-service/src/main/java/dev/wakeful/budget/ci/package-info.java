/** Minutes of a CI system that the system itself causes (BUD-9). */
@NullMarked
package dev.wakeful.budget.ci;

import org.jspecify.annotations.NullMarked;
