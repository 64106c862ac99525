package dev.wakeful.budget.rate;

import dev.wakeful.events.Money;
import java.time.Instant;

/**
 * What the calls of a running swarm have cost.
 *
 * @param repository and {@code job}: the class it is compared with
 * @param atLastStep what they had cost when it last told of a step
 * @param since when it started
 */
record Spending(String repository, String job, Money quote, Money spent, Money atLastStep, Instant since) {}
