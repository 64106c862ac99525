package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.authority.AuthorityProperties;
import dev.wakeful.planner.authority.Situation;
import dev.wakeful.planner.dispatch.Offer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the pure decisions need from outside: the time, what a swarm is offered, and how long questions stand. */
@Component
class Circumstances {

    private final Offer offer;
    private final Clock clock;
    private final Questions questions;
    private final AuthorityProperties authority;

    Circumstances(Offer offer, Questions questions, AuthorityProperties authority, Clock clock) {
        this.authority = authority;
        this.offer = offer;
        this.questions = questions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Offer offer() {
        return offer;
    }

    Situation of(FindingEvent.Raised finding) {
        return new Situation(finding, offer.quote(), now(), authority);
    }

    Start start(Task task, WatchedRepository repository, Tries tries, Start.Why why) {
        return Start.of(task, repository, tries, SwarmId.make(now()), offer, why);
    }

    /** True when a person said yes to less than the attempt may cost by now. */
    boolean costsMoreThan(Tries tries) {
        return tries.approved()
                .filter(quote -> offer.quote().compareTo(quote) > 0)
                .isPresent();
    }

    Move askAgain(Tries tries) {
        return ask(
                tries,
                new Decision(
                        "AUTH-10",
                        "a person decides again: it may cost " + offer.quote() + " by now",
                        Map.of("approved", tries.approved().map(Money::toString).orElse("nothing")),
                        List.of(new Decision.Refused("start", "the yes was for exactly what was shown (AUTH-10)"))));
    }

    /** Asks a person; whatever was asked about the task before is void (AUTH-10). */
    Move ask(Tries tries, Decision why) {
        return new Move(new TaskState.AwaitingApproval(questions.of(offer, now()), tries.unapproved()), why);
    }
}
