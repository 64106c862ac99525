/** Broken repositories, and what should become of them. */
@NullMarked
package dev.wakeful.autodev.corpus;

import org.jspecify.annotations.NullMarked;
