/** {@code wakeful checkpoint} and the portable file it writes (STATE-2). */
@NullMarked
package dev.wakeful.cli.checkpoint;

import org.jspecify.annotations.NullMarked;
