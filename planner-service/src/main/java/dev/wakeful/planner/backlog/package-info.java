/** Tasks from the finding that makes them to their end. */
@NullMarked
package dev.wakeful.planner.backlog;

import org.jspecify.annotations.NullMarked;
