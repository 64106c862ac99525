/** Reservations on one hot account, beside bare one-row updates in the same database. */
@NullMarked
package dev.wakeful.benchmarks.budget;

import org.jspecify.annotations.NullMarked;
