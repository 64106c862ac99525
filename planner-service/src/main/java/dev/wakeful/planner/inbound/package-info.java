/** What the planner hears. */
@NullMarked
package dev.wakeful.planner.inbound;

import org.jspecify.annotations.NullMarked;
