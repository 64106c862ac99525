/** The way out to the broker. */
@NullMarked
package dev.wakeful.commandcenter.outside;

import org.jspecify.annotations.NullMarked;
