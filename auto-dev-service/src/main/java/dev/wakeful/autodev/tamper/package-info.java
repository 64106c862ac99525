/** Finds where a change may weaken the checks it is proven with, so that a person decides (VER-3). Pure: two texts in, places out. */
@NullMarked
package dev.wakeful.autodev.tamper;

import org.jspecify.annotations.NullMarked;
