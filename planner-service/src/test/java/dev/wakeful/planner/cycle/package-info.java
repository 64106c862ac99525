/** The heartbeat. */
@NullMarked
package dev.wakeful.planner.cycle;

import org.jspecify.annotations.NullMarked;
