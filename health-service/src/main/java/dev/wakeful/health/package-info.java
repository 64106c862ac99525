/** Notices which instances of which services live (HEAL-1). */
@NullMarked
package dev.wakeful.health;

import org.jspecify.annotations.NullMarked;
