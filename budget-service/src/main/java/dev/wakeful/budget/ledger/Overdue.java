package dev.wakeful.budget.ledger;

import dev.wakeful.events.SwarmId;

/** A reservation whose time is over and whose swarm has not told its end. */
public record Overdue(SwarmId swarm, Origin origin) {}
