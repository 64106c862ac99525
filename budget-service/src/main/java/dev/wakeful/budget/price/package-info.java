/** What a call of a model costs: exact, rounded up, and at the dearest rate where nothing better is known. */
@NullMarked
package dev.wakeful.budget.price;

import org.jspecify.annotations.NullMarked;
