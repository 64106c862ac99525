/** Tells those who watch that there is something new. */
@NullMarked
package dev.wakeful.commandcenter.stream;

import org.jspecify.annotations.NullMarked;
