/** The quote. */
@NullMarked
package dev.wakeful.planner.dispatch;

import org.jspecify.annotations.NullMarked;
