/** One trace from the first event to the last, through the database. */
@NullMarked
package dev.wakeful.service.trace;

import org.jspecify.annotations.NullMarked;
