/** Reads the picture for the API and the pages. */
@NullMarked
package dev.wakeful.commandcenter.reading;

import org.jspecify.annotations.NullMarked;
