/** Opinions of a second agent. */
@NullMarked
package dev.wakeful.autodev.review;

import org.jspecify.annotations.NullMarked;
