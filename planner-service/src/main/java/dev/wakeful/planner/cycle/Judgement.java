package dev.wakeful.planner.cycle;

import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cycle decides (WAKE-2, WAKE-4). Pure.
 *
 * @param next how long until it looks again
 */
record Judgement(Outcome outcome, Duration next, Decision decision) {

    /** How things are. */
    enum Outcome {
        CRISIS,
        ISSUES,
        MAINTENANCE,
        REST
    }

    static Judgement of(Look look, Stance stance, Duration watch) {
        Outcome outcome = outcome(look);
        return new Judgement(
                outcome,
                next(outcome, stance.heartbeat(), watch),
                new Decision("WAKE-2", sentence(outcome), inputs(look), List.of(against(outcome))));
    }

    private static Outcome outcome(Look look) {
        if (look.mode() == Mode.CRISIS) {
            return Outcome.CRISIS;
        }
        if (look.running() + look.waiting() + look.red() > 0) {
            return Outcome.ISSUES;
        }
        return look.mode() == Mode.MAINTENANCE ? Outcome.MAINTENANCE : Outcome.REST;
    }

    private static Duration next(Outcome outcome, Duration heartbeat, Duration watch) {
        return switch (outcome) {
            case CRISIS, MAINTENANCE, REST -> heartbeat;
            case ISSUES -> heartbeat.compareTo(watch) < 0 ? heartbeat : watch;
        };
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case CRISIS -> "a watched branch is red: its fix comes first";
            case ISSUES -> "there is work: its progress is watched";
            case MAINTENANCE -> "all is well in a maintenance window";
            case REST -> "all is well: sleep until the next beat or event";
        };
    }

    private static Decision.Refused against(Outcome outcome) {
        return switch (outcome) {
            case CRISIS, ISSUES -> new Decision.Refused("sleep", "something is not well");
            case MAINTENANCE, REST ->
                new Decision.Refused("start a swarm", "there is nothing to do, and work is never invented");
        };
    }

    private static Map<String, String> inputs(Look look) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("mode", look.mode().name());
        inputs.put("swarms at work", String.valueOf(look.running()));
        inputs.put("tasks that wait", String.valueOf(look.waiting()));
        inputs.put("red", String.valueOf(look.red()));
        inputs.put("most used budget", look.percent() + " %");
        return inputs;
    }

    /** Why a swarm is escalated: a person can look, and its own time limit ends it. */
    static Decision silence(Look.Silent silent, Duration since) {
        return new Decision(
                "WAKE-4",
                "nothing was heard of swarm " + silent.swarm() + " for " + since.toMinutes()
                        + " min: a person should look; its own time limit ends it at the latest",
                Map.of(
                        "swarm",
                        silent.swarm().value(),
                        "last heard of",
                        silent.since().toString()),
                List.of(
                        new Decision.Refused("end it", "a slow check is silent too, and its time is limited (LIM-1)"),
                        new Decision.Refused("start another swarm", "two would do the same work (TRG-16)")));
    }
}
