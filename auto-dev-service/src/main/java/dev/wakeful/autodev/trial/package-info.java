/** Tries to break out of the sandbox for real, and says what held (DEV-4). */
@NullMarked
package dev.wakeful.autodev.trial;

import org.jspecify.annotations.NullMarked;
