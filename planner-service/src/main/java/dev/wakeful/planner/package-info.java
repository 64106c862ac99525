/** Decides what is done, when, and with how much money. */
@NullMarked
package dev.wakeful.planner;

import org.jspecify.annotations.NullMarked;
