/** Which mode is in force, as far as it was told (MODE-1 to MODE-4). */
@NullMarked
package dev.wakeful.budget.mode;

import org.jspecify.annotations.NullMarked;
