package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts webhooks, events and stamps together: a webhook's build failure names the job, its lineage leads to the swarm, that to the stamp. */
final class Reactions {

    private Reactions() {}

    static List<Reaction> of(Map<String, Trigger.Sent> sent, List<EventLog.Entry> events, List<Stamps.Stamp> stamps) {
        Map<String, Long> firstStamps = new HashMap<>();
        stamps.forEach(stamp -> firstStamps.merge(stamp.swarm(), stamp.micros(), Math::min));
        Map<String, List<EventLog.Entry>> lineages = new HashMap<>();
        events.forEach(event -> lineages.computeIfAbsent(event.lineage(), none -> new ArrayList<>())
                .add(event));
        List<Reaction> reactions = new ArrayList<>();
        lineages.values().forEach(lineage -> reaction(lineage, sent, firstStamps, reactions));
        return reactions;
    }

    private static void reaction(
            List<EventLog.Entry> lineage,
            Map<String, Trigger.Sent> sent,
            Map<String, Long> stamps,
            List<Reaction> reactions) {
        Trigger.Sent trigger = null;
        Long stamp = null;
        Map<String, Instant> steps = new HashMap<>();
        for (EventLog.Entry event : lineage) {
            if (Reaction.marksAStep(event)) {
                steps.putIfAbsent(event.type(), event.at());
            }
            if (event.type().equals("build.failed.v1")) {
                trigger = sent.get(event.summary().replaceFirst(" failed on .*", ""));
            }
            if (event.type().equals("swarm.requested.v1")) {
                stamp = stamps.get(event.subject());
            }
        }
        if (trigger != null && stamp != null) {
            reactions.add(new Reaction(trigger, steps, stamp));
        }
    }
}
