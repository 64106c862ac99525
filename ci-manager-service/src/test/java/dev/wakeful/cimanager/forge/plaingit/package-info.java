/** The plain-Git forge on real repositories. */
@NullMarked
package dev.wakeful.cimanager.forge.plaingit;

import org.jspecify.annotations.NullMarked;
