/** The ledger: money is set aside before a swarm starts and booked when it has ended, under every cap at once. */
@NullMarked
package dev.wakeful.budget;

import org.jspecify.annotations.NullMarked;
