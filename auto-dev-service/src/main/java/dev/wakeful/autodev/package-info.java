/** Runs swarms: from a paid request to a proven change in a Git bundle. */
@NullMarked
package dev.wakeful.autodev;

import org.jspecify.annotations.NullMarked;
