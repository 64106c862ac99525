/** How many swarms may be at work. */
@NullMarked
package dev.wakeful.autodev.limit;

import org.jspecify.annotations.NullMarked;
