/** A swarm, where it stands, and the right to work on it. */
@NullMarked
package dev.wakeful.autodev.swarm;

import org.jspecify.annotations.NullMarked;
