package dev.wakeful.commandcenter.emergency;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;

/** What the rules of STOP-2 look at. */
sealed interface Observation {

    /** A share of a cap is used. */
    record CapUsed(String scope, int percent, Money used, Money limit) implements Observation {}

    /** So many swarms are at work, the newest of them this one. */
    record AtWork(int swarms, SwarmId newest) implements Observation {}

    /** So many agents' processes run, the newest of them for this swarm. */
    record Agents(int running, SwarmId newest) implements Observation {}

    /** So many swarms in a row proved nothing, the last of them this one. */
    record NotProven(int inARow, SwarmId last) implements Observation {}

    /** A provider cannot be reached since then, as seen at that time. */
    record ProviderAway(String provider, Instant since, Instant now) implements Observation {}

    /** No instance of the gateway has given a sign of life since then, as seen at that time. */
    record GatewayAway(Instant since, Instant now) implements Observation {}
}
