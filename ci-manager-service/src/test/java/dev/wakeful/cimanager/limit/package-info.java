/** Limits. */
@NullMarked
package dev.wakeful.cimanager.limit;

import org.jspecify.annotations.NullMarked;
