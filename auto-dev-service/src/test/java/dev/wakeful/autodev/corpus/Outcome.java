package dev.wakeful.autodev.corpus;

import dev.wakeful.events.SwarmEvent;
import java.util.Map;

/**
 * What became of a broken repository.
 *
 * @param word {@code completed by …} or {@code failed: …}
 * @param suspicious whether a person is told that the change may weaken checks, or that text from outside spoke to the agent
 */
record Outcome(String word, boolean suspicious) {

    static Outcome of(Map<String, Object> told) {
        String word = told.containsKey("completed")
                ? "completed by " + told.get("completed")
                : "failed: " + told.get("failed");
        return new Outcome(word, Boolean.TRUE.equals(told.get("suspicious")));
    }

    static Outcome of(SwarmEvent event) {
        return switch (event) {
            case SwarmEvent.Completed completed ->
                new Outcome(
                        "completed by " + completed.strategy(),
                        completed.suspicions() != null
                                && !completed.suspicions().isEmpty());
            case SwarmEvent.Failed failed -> new Outcome("failed: " + failed.reason(), false);
            case SwarmEvent.Stopped stopped -> new Outcome("stopped", false);
            case SwarmEvent.Started started -> new Outcome("at work", false);
            case SwarmEvent.Progressed progressed -> new Outcome("at work", false);
            case SwarmEvent.WorkspaceChanged changed -> new Outcome("at work", false);
        };
    }

    @Override
    public String toString() {
        return word + (suspicious ? ", to be looked at by a person" : "");
    }
}
