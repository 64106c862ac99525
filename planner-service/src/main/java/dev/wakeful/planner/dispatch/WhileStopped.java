package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;
import dev.wakeful.service.stop.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** No swarm starts while the system is stopped (STOP-3). Pure. */
final class WhileStopped {

    /** A resume looks at the task at once; this is only for the case that nobody resumes. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private WhileStopped() {}

    static Admission hold(Stop stop, Instant now) {
        return new Admission.Hold(
                WaitFor.RESUME,
                now.plus(LONGEST_WAIT),
                new Decision(
                        "STOP-3",
                        "waits until a person resumes: " + stop.by() + " stopped the system: " + stop.reason(),
                        Map.of(
                                "epoch",
                                Long.toString(stop.epoch()),
                                "since",
                                stop.since().toString()),
                        List.of(
                                new Decision.Refused("start now", "nothing starts while the system is stopped"),
                                new Decision.Refused("drop it", "a met trigger is never dropped (AUTH-11)"))));
    }
}
