/** Finding the commit that brought the failure. */
@NullMarked
package dev.wakeful.autodev.search;

import org.jspecify.annotations.NullMarked;
