/** What is asked of a swarm: the quote and the request. */
@NullMarked
package dev.wakeful.planner.dispatch;

import org.jspecify.annotations.NullMarked;
