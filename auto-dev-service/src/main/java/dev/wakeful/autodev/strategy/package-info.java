/** Ways to mend a failure, cheapest first. */
@NullMarked
package dev.wakeful.autodev.strategy;

import org.jspecify.annotations.NullMarked;
