/** Which instances are there, and which have gone silent. */
@NullMarked
package dev.wakeful.health.presence;

import org.jspecify.annotations.NullMarked;
