/** Nothing leaves the system twice, or after an emergency stop. */
@NullMarked
package dev.wakeful.service.effect;

import org.jspecify.annotations.NullMarked;
