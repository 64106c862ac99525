/** Events arrive at least once and are handled once. */
@NullMarked
package dev.wakeful.service.inbox;

import org.jspecify.annotations.NullMarked;
