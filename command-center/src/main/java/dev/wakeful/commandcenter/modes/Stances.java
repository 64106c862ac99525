package dev.wakeful.commandcenter.modes;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says for people which stance they want; the planner decides, and its answer is the mode that is told next. */
@Component
public class Stances {

    private final Outbox outbox;
    private final Clock clock;

    Stances(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws dev.wakeful.commandcenter.people.RequestRefused when something in it cannot be */
    @Transactional
    public ControlEvent.ModeRequested ask(ModeRequest request) {
        ControlEvent.ModeRequested asked = request.checked(clock.instant());
        outbox.append(asked);
        return asked;
    }

    /** @throws dev.wakeful.commandcenter.people.RequestRefused when something in it cannot be */
    @Transactional
    public ControlEvent.ContextSet say(ContextRequest request) {
        ControlEvent.ContextSet said = request.checked(clock.instant());
        outbox.append(said);
        return said;
    }
}
