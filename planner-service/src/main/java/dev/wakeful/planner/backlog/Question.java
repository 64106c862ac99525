package dev.wakeful.planner.backlog;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.dispatch.Offer;
import java.time.Duration;
import java.time.Instant;

/** What exactly a person is asked. */
final class Question {

    private Question() {}

    static TaskEvent.Question of(Offer offer, Instant now, Duration expiry) {
        return new TaskEvent.Question(
                ApprovalId.make(now),
                offer.quote(),
                "one swarm runs the repository's own commands for at most "
                        + offer.timeLimit().toMinutes() + " min and may spend " + offer.quote()
                        + " in vain; what it offers is a draft that people merge or close",
                now.plus(expiry));
    }
}
