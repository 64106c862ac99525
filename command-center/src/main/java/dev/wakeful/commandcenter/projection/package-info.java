/** Turns events, in whatever order they come, into the picture people look at. */
@NullMarked
package dev.wakeful.commandcenter.projection;

import org.jspecify.annotations.NullMarked;
