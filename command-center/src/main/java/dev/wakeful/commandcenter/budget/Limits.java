package dev.wakeful.commandcenter.budget;

import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says for people which caps they want; the ledger answers with what it did. */
@Component
public class Limits {

    private final Outbox outbox;
    private final Events events;

    Limits(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    /** @throws dev.wakeful.commandcenter.people.RequestRefused when something in it cannot be */
    @Transactional
    public Asked ask(LimitRequest request) {
        ControlEvent.LimitSet set = request.checked();
        long after = events.newestNumber();
        outbox.append(set);
        return new Asked(set.limit(), set.amount().micros(), set.by(), set.reason(), after);
    }

    /** What was asked; the ledger's answer is among the limits said after event number {@code after}. */
    public record Asked(String limit, long amountMicros, String by, String reason, long after) {}
}
