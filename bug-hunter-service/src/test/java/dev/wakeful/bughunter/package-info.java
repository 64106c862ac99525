/** The bug-hunter, piece by piece and as a whole. */
@NullMarked
package dev.wakeful.bughunter;

import org.jspecify.annotations.NullMarked;
