/** What health hears. */
@NullMarked
package dev.wakeful.health.inbound;

import org.jspecify.annotations.NullMarked;
