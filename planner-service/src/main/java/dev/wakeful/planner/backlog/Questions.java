package dev.wakeful.planner.backlog;

import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.dispatch.Offer;
import dev.wakeful.planner.mode.ModeInForce;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts questions to people; how long one stands is decided by the mode in which it is asked, and changes with no later mode (AUTH-10). */
@Component
class Questions {

    private final ApprovalProperties approvals;
    private final ModeInForce mode;

    Questions(ApprovalProperties approvals, ModeInForce mode) {
        this.approvals = approvals;
        this.mode = mode;
    }

    TaskEvent.Question of(Offer offer, Instant now) {
        return Question.of(offer, now, approvals.in(mode.now()));
    }
}
