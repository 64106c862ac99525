package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Money;
import dev.wakeful.planner.PlannerProperties;
import dev.wakeful.service.ServiceProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What one swarm is offered: its time limit, and the quote, which is that time at the price of machine time, rounded up to the
 * micro-dollar, and what it may spend on model calls.
 *
 * @param attempts how many swarms one task gets, each with such an offer, before a person gets it (TRG-16)
 */
@Component
public record Offer(Duration timeLimit, Money quote, int attempts) {

    private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

    @Autowired
    Offer(PlannerProperties planner, ServiceProperties service) {
        this(planner.timeLimit(), quote(planner, service.machineMinuteMicros()), planner.attempts());
    }

    static Money quote(PlannerProperties planner, long minuteMicros) {
        long models = planner.modelMoney().movePointRight(6).longValueExact();
        return Money.micros(
                Math.addExact(models, price(planner.timeLimit(), minuteMicros).micros()));
    }

    static Money price(Duration time, long minuteMicros) {
        return Money.micros(BigDecimal.valueOf(time.toMillis())
                .multiply(BigDecimal.valueOf(minuteMicros))
                .divide(MILLIS_PER_MINUTE, 0, RoundingMode.CEILING)
                .longValueExact());
    }

    /** What so many swarms may spend. */
    public Money forAttempts(int attempts) {
        return Money.micros(Math.multiplyExact(quote.micros(), attempts));
    }
}
