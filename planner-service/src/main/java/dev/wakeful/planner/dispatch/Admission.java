package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;
import java.time.Instant;
import java.util.Map;

/** Whether a task may start now. */
public sealed interface Admission {

    /** @param seen what was looked at */
    record Go(Map<String, String> seen) implements Admission {}

    /** @param until when it is looked at again at the latest */
    record Hold(WaitFor what, Instant until, Decision decision) implements Admission {}

    /** It is only reported (MODE-10). */
    record Never(Decision decision) implements Admission {}
}
