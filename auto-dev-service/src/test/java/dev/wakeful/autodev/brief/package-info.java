/** Limits. */
@NullMarked
package dev.wakeful.autodev.brief;

import org.jspecify.annotations.NullMarked;
