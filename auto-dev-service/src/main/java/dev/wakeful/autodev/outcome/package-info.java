/** What each strategy achieved, for the swarm at hand and for those who choose strategies later. */
@NullMarked
package dev.wakeful.autodev.outcome;

import org.jspecify.annotations.NullMarked;
