/** What deliveries say. */
@NullMarked
package dev.wakeful.cimanager.delivery;

import org.jspecify.annotations.NullMarked;
