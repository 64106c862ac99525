package dev.wakeful.budget.ledger;

import dev.wakeful.events.ReservationId;

/** A reservation whose time is over and whose swarm has not told its end. */
public record Overdue(ReservationId reservation, Origin origin) {}
