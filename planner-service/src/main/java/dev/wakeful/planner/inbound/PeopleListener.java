package dev.wakeful.planner.inbound;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.planner.backlog.Answers;
import dev.wakeful.planner.backlog.CallingOff;
import dev.wakeful.planner.mode.People;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears what people say: their answers (those to agents are for their swarms), which tasks they end, the mode they want, what they do, and that they are there. */
@Component
class PeopleListener implements EventConsumer {

    private final Answers answers;
    private final CallingOff callingOff;
    private final People people;

    PeopleListener(Answers answers, CallingOff callingOff, People people) {
        this.answers = answers;
        this.callingOff = callingOff;
        this.people = people;
    }

    @EventHandler
    void on(ControlEvent.TaskApproved approved) {
        if (approved.swarm() == null) {
            answers.take(approved);
        }
    }

    @EventHandler
    void on(ControlEvent.TaskDenied denied) {
        if (denied.swarm() == null) {
            answers.take(denied);
        }
    }

    @EventHandler
    void on(ControlEvent.TaskStopRequested asked) {
        callingOff.take(asked);
    }

    @EventHandler
    void on(ControlEvent.ModeRequested requested, Envelope envelope) {
        people.take(requested, envelope.time());
    }

    @EventHandler
    void on(ControlEvent.ContextSet set, Envelope envelope) {
        people.take(set, envelope.time());
    }

    @EventHandler
    void on(ControlEvent.PersonSeen seen) {
        people.take(seen);
    }
}
