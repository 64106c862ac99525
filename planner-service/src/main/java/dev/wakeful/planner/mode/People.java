package dev.wakeful.planner.mode;

import dev.wakeful.events.ControlEvent;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes what people do and say (MODE-2, MODE-6, MODE-9). Must be called inside a transaction. */
@Component
public class People {

    private final Modes modes;
    private final ModePolicy policy;
    private final Clock clock;

    People(Modes modes, ModePolicy policy, Clock clock) {
        this.modes = modes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Somebody is there. A sign that claims to come from the future counts from now. */
    public void take(ControlEvent.PersonSeen seen) {
        Instant at = notAfterNow(seen.at());
        modes.change(signs -> signs.with(new Signs.Seen(seen.by(), at), policy.ownSign()), false);
    }

    private Instant notAfterNow(Instant at) {
        Instant now = clock.instant();
        return at.isAfter(now) ? now : at;
    }

    /** @param askedAt when it was asked for */
    public void take(ControlEvent.ModeRequested asked, Instant askedAt) {
        Instant at = notAfterNow(askedAt);
        modes.change(
                signs -> signs.with(new Signs.Request(asked.mode(), asked.until(), asked.by(), at, asked.reason())),
                true);
    }

    /** @param saidAt when it was said */
    public void take(ControlEvent.ContextSet said, Instant saidAt) {
        Instant at = notAfterNow(saidAt);
        modes.change(signs -> signs.with(new Signs.Said(said.context(), said.until(), said.by(), at)), true);
    }
}
