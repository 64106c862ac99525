/** How much may leave towards the forges. */
@NullMarked
package dev.wakeful.cimanager.limit;

import org.jspecify.annotations.NullMarked;
