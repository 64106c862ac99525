package dev.wakeful.commandcenter.emergency;

import java.time.Duration;
import java.util.Optional;

/** When the system stops itself (STOP-2, VER-7). Pure. */
final class Rules {

    static final Duration PROVIDER_AWAY = Duration.ofMinutes(10);
    static final int SWARMS = 20;
    static final int NOT_PROVEN = 3;
    private static final String DAY = "day:";

    private Rules() {}

    static Optional<Trip> trip(Observation observation) {
        return switch (observation) {
            case Observation.CapUsed cap ->
                trip(
                        cap.scope().startsWith(DAY) && cap.percent() >= 100,
                        "cap " + cap.scope(),
                        "The day's hard cap is reached: " + cap.used() + " of " + cap.limit());
            case Observation.AtWork work ->
                trip(
                        work.swarms() > SWARMS,
                        "swarms " + work.newest().value(),
                        work.swarms() + " swarms are at work, more than " + SWARMS);
            case Observation.NotProven failed ->
                trip(
                        failed.inARow() >= NOT_PROVEN,
                        "verification " + failed.last().value(),
                        failed.inARow() + " swarms in a row made changes that did not pass the check");
            case Observation.ProviderAway away ->
                trip(
                        !away.since().plus(PROVIDER_AWAY).isAfter(away.now()),
                        "provider " + away.provider() + " " + away.since(),
                        "The model provider " + away.provider() + " cannot be reached since " + away.since());
        };
    }

    private static Optional<Trip> trip(boolean trips, String cause, String reason) {
        return trips ? Optional.of(new Trip(cause, reason)) : Optional.empty();
    }
}
