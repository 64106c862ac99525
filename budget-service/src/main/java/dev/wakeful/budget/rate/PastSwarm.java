package dev.wakeful.budget.rate;

import dev.wakeful.events.Money;
import java.time.Duration;

/** What the calls of a swarm have cost that has ended, and how long it took. */
record PastSwarm(Money spent, Duration time) {}
