package dev.wakeful.commandcenter.budget;

import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says for people which caps they want; the ledger answers with what it did. What cannot be is counted as
 * {@code wakeful.command-center.limits.refused}.
 */
@Component
public class Limits {

    private final Outbox outbox;
    private final Events events;
    private final Counter refused;

    Limits(Outbox outbox, Events events, MeterRegistry meters) {
        this.outbox = outbox;
        this.events = events;
        this.refused = meters.counter("wakeful.command-center.limits.refused");
    }

    /** @throws RequestRefused when something in it cannot be */
    @Transactional
    public Asked ask(LimitRequest request) {
        ControlEvent.LimitSet set = checked(request);
        long after = events.newestNumber();
        outbox.append(set);
        return new Asked(set.limit(), set.amount().micros(), set.by(), set.reason(), after);
    }

    private ControlEvent.LimitSet checked(LimitRequest request) {
        try {
            return request.checked();
        } catch (RequestRefused e) {
            refused.increment();
            throw e;
        }
    }

    /** What was asked; the ledger's answer is among the limits said after event number {@code after}. */
    public record Asked(String limit, long amountMicros, String by, String reason, long after) {}
}
