/** Ending a single task. */
@NullMarked
package dev.wakeful.commandcenter.stopping;

import org.jspecify.annotations.NullMarked;
