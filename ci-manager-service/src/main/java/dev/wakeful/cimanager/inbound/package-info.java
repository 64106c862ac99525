/** What this service hears from the others. */
@NullMarked
package dev.wakeful.cimanager.inbound;

import org.jspecify.annotations.NullMarked;
