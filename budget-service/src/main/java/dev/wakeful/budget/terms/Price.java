package dev.wakeful.budget.terms;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.inbox.UnprocessableEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What machine time costs (BUD-9), rounded up to the micro-dollar. */
@Component
final class Price {

    private static final BigDecimal NANOS_A_MINUTE =
            BigDecimal.valueOf(Duration.ofMinutes(1).toNanos());

    private final BigDecimal machineMinuteMicros;

    Price(ServiceProperties properties) {
        this.machineMinuteMicros = BigDecimal.valueOf(properties.machineMinuteMicros());
    }

    /** @throws UnprocessableEvent where the usage cannot be true; its reservation then expires at its worst case (BUD-6) */
    Money of(SwarmEvent.Usage usage) {
        Duration time = usage.machineTime();
        if (time.isNegative() || time.compareTo(Duration.ofDays(3650)) > 0) {
            throw new UnprocessableEvent("A swarm cannot have used " + time + " of machine time");
        }
        return Money.micros(BigDecimal.valueOf(time.toSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(time.getNano()))
                .multiply(machineMinuteMicros)
                .divide(NANOS_A_MINUTE, 0, RoundingMode.CEILING)
                .longValueExact());
    }
}
