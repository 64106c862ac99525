package dev.wakeful.planner.backlog;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.authority.Situation;
import dev.wakeful.planner.dispatch.Offer;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the pure decisions need from outside: the time, and what a swarm is offered. */
@Component
class Circumstances {

    private final Offer offer;
    private final Clock clock;

    Circumstances(Offer offer, Clock clock) {
        this.offer = offer;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Offer offer() {
        return offer;
    }

    Situation of(FindingEvent.Raised finding) {
        return new Situation(finding, offer.quote(), now());
    }

    Start start(Task task, WatchedRepository repository, Tries tries, String because) {
        return Start.of(task, repository, tries, SwarmId.make(now()), offer, because);
    }
}
