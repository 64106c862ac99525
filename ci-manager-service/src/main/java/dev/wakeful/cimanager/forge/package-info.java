/** Where changes are offered to people, whatever the forge. */
@NullMarked
package dev.wakeful.cimanager.forge;

import org.jspecify.annotations.NullMarked;
