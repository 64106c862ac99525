package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.dispatch.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is decided and asked for when a task starts. Pure. */
record Start(Move move, DispatchEvent.SwarmRequested request) {

    static Start of(Task task, WatchedRepository repository, Tries tries, SwarmId swarm, Offer offer, Why why) {
        FindingEvent.Raised finding = task.finding();
        return new Start(
                new Move(new TaskState.Running(swarm, tries), decision(task, tries, offer, why)),
                new DispatchEvent.SwarmRequested(
                        swarm,
                        task.id(),
                        finding.finding(),
                        repository,
                        finding.job(),
                        finding.revision(),
                        finding.branch(),
                        finding.lastGood(),
                        finding.failure(),
                        tries.attempt(),
                        offer.quote(),
                        offer.timeLimit(),
                        finding.acceptedAt(),
                        tries.funding(),
                        null,
                        finding.step(),
                        finding.url()));
    }

    /**
     * Why it starts now.
     *
     * @param seen what was looked at before it may start
     */
    record Why(String because, Map<String, String> seen) {}

    private static Decision decision(Task task, Tries tries, Offer offer, Why why) {
        Map<String, String> inputs = new LinkedHashMap<>(why.seen());
        inputs.put("because", why.because());
        inputs.put("paid from", tries.funding().name());
        inputs.put("attempt", tries.attempt() + " of " + offer.attempts());
        inputs.put("quote", offer.quote().toString());
        inputs.put("cap", task.terms().cap().toString());
        inputs.put("time limit", offer.timeLimit().toMinutes() + " min");
        return new Decision(
                tries.approved().isPresent() ? "AUTH-10" : "LIM-4",
                "a swarm is asked for: attempt " + tries.attempt() + " of " + offer.attempts() + ", at most "
                        + offer.quote() + " and " + offer.timeLimit().toMinutes() + " min, because " + why.because(),
                inputs,
                List.of(new Decision.Refused("wait", "nothing better to wait for: " + why.because())));
    }
}
