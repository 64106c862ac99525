/** Regression, flaky or infrastructure: the rules and the order in which they are asked. Pure. */
@NullMarked
package dev.wakeful.bughunter.classification;

import org.jspecify.annotations.NullMarked;
