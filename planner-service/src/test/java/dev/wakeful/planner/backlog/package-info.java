/** Tasks under duplicates, reordering, crashes and waits. */
@NullMarked
package dev.wakeful.planner.backlog;

import org.jspecify.annotations.NullMarked;
