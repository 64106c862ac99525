/** The mutation probe: what it looks at, what it makes of PIT's words, and PIT itself in the sandbox. */
@NullMarked
package dev.wakeful.autodev.mutation;

import org.jspecify.annotations.NullMarked;
