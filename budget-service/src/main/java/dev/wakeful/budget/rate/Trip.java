package dev.wakeful.budget.rate;

import dev.wakeful.events.Money;

/** Why a swarm is stopped. */
record Trip(Money spent, Money usual, String reason) {}
