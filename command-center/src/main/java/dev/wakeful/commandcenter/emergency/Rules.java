package dev.wakeful.commandcenter.emergency;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the system stops itself (STOP-2, VER-7). Pure. */
@Component
final class Rules {

    private static final String DAY = "day:";

    private final StopProperties bounds;

    Rules(StopProperties bounds) {
        this.bounds = bounds;
    }

    /** How long a provider, or the gateway to all of them, may be away. */
    Duration providerAway() {
        return bounds.providerAway();
    }

    /** Whether so many failures in a row are the end of the row. */
    boolean isFull(int inARow) {
        return inARow >= bounds.failedVerifications();
    }

    Optional<Trip> trip(Observation observation) {
        return switch (observation) {
            case Observation.CapUsed cap ->
                trip(
                        cap.scope().startsWith(DAY) && cap.percent() >= 100,
                        "cap " + cap.scope(),
                        "The day's hard cap is reached: " + cap.used() + " of " + cap.limit());
            case Observation.AtWork work ->
                trip(
                        work.swarms() > bounds.swarms(),
                        "swarms " + work.newest().value(),
                        work.swarms() + " swarms are at work, more than " + bounds.swarms());
            case Observation.Agents agents ->
                trip(
                        agents.running() > bounds.agents(),
                        "agents " + agents.newest().value(),
                        agents.running() + " agents are at work, more than " + bounds.agents());
            case Observation.NotProven failed ->
                trip(
                        isFull(failed.inARow()),
                        "verification " + failed.last().value(),
                        failed.inARow() + " swarms in a row made changes that did not pass the check");
            case Observation.ProviderAway away ->
                trip(
                        !away.since().plus(bounds.providerAway()).isAfter(away.now()),
                        "provider " + away.provider() + " " + away.since(),
                        "The model provider " + away.provider() + " cannot be reached since " + away.since());
            case Observation.GatewayAway away ->
                trip(
                        !away.since().plus(bounds.providerAway()).isAfter(away.now()),
                        "gateway " + away.since(),
                        "The model gateway has given no sign of life since " + away.since());
        };
    }

    private static Optional<Trip> trip(boolean trips, String cause, String reason) {
        return trips ? Optional.of(new Trip(cause, reason)) : Optional.empty();
    }
}
