/** Limits. */
@NullMarked
package dev.wakeful.autodev.trial;

import org.jspecify.annotations.NullMarked;
