/** What a swarm's money is measured against: caps, price and time limit; pure. */
@NullMarked
package dev.wakeful.budget.terms;

import org.jspecify.annotations.NullMarked;
