/** The whole system as it runs, and the rules its structure keeps. */
@NullMarked
package dev.wakeful.standalone;

import org.jspecify.annotations.NullMarked;
