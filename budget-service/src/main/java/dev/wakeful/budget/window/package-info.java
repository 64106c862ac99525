/** Stretches of local time that money is counted in; pure functions of an instant and a zone. */
@NullMarked
package dev.wakeful.budget.window;

import org.jspecify.annotations.NullMarked;
