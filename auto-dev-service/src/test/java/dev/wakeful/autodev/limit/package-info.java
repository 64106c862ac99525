/** Limits. */
@NullMarked
package dev.wakeful.autodev.limit;

import org.jspecify.annotations.NullMarked;
