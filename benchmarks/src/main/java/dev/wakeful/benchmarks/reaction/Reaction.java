package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.system.EventLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** One webhook and everything that followed until its swarm's check wrote its own time down. */
record Reaction(Trigger.Sent sent, Map<String, Instant> events, long stampMicros) {

    /** What happens in which order, and the event that marks each step. */
    private static final Map<String, String> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("build.failed", "build.failed.v1");
        STEPS.put("finding.raised", "finding.raised.v1");
        STEPS.put("swarm.requested", "swarm.requested.v1");
        STEPS.put("budget.reserved", "budget.reserved.v1");
        STEPS.put("firstProcess", "swarm.started.v1");
    }

    /** Intended send → the process's own stamp. */
    long totalMicros() {
        return stampMicros - sent.intendedMicros();
    }

    /** Accepted → the process's own stamp. */
    long afterAcceptedMicros() {
        return stampMicros - sent.acceptedMicros();
    }

    /** How long each step took after the one before it; the last one ends with the stamp. */
    Map<String, Long> stepMicros() {
        Map<String, Long> steps = new LinkedHashMap<>();
        long before = sent.intendedMicros();
        for (Map.Entry<String, String> step : STEPS.entrySet()) {
            Instant at = events.get(step.getValue());
            if (at != null) {
                long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
                steps.put("→ " + step.getKey(), micros - before);
                before = micros;
            }
        }
        steps.put("→ stamp of the check", stampMicros - before);
        return steps;
    }

    static boolean marksAStep(EventLog.Entry entry) {
        return STEPS.containsValue(entry.type());
    }
}
