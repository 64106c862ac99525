/** The contract between services: events, their envelope, their identifiers and their JSON form. */
@NullMarked
package dev.wakeful.events;

import org.jspecify.annotations.NullMarked;
