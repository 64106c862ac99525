/** What a service does once after a checkpoint became its state: it hears what it had said since, before it hears anything else (STATE-2). */
@NullMarked
package dev.wakeful.service.recovery;

import org.jspecify.annotations.NullMarked;
