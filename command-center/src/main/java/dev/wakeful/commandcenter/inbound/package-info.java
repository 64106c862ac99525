/** What the command center hears: every event, and every dead letter. */
@NullMarked
package dev.wakeful.commandcenter.inbound;

import org.jspecify.annotations.NullMarked;
