/** What PIT is told of a change to a Maven repository, and what its report means: does any test notice when the touched lines do something else? (VER-3) */
@NullMarked
package dev.wakeful.autodev.mutation;

import org.jspecify.annotations.NullMarked;
