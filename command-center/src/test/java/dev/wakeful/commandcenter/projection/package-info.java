/** Sentences and texts, tried without I/O. */
@NullMarked
package dev.wakeful.commandcenter.projection;

import org.jspecify.annotations.NullMarked;
