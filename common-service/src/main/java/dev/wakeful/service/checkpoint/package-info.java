/** A service writes down all it knows, and what was written down becomes its state again (STATE-2). */
@NullMarked
package dev.wakeful.service.checkpoint;

import org.jspecify.annotations.NullMarked;
