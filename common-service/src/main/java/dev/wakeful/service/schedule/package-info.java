/** Durable jobs on db-scheduler, started the moment their transaction commits. */
@NullMarked
package dev.wakeful.service.schedule;

import org.jspecify.annotations.NullMarked;
