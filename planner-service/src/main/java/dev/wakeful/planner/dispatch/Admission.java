package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;
import java.time.Instant;
import java.util.Map;

/** Whether a task may start now. */
public sealed interface Admission {

    /**
     * @param seen what was looked at
     * @param emergency it is a critical fix in CRISIS, which the reserve may pay for (MODE-4)
     */
    record Go(Map<String, String> seen, boolean emergency) implements Admission {}

    /** @param until when it is looked at again at the latest */
    record Hold(WaitFor what, Instant until, Decision decision) implements Admission {}

    /** It is only reported (MODE-10). */
    record Never(Decision decision) implements Admission {}
}
