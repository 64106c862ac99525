package dev.wakeful.budget.rate;

import dev.wakeful.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a swarm spends too fast for its class, or without progress (BUD-8). Pure. */
record RateRule(RateProperties properties) {

    Optional<Trip> trip(Spending spending, List<PastSwarm> past, Instant now) {
        return Stream.of(tooFast(spending, past, now), withoutProgress(spending))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Trip> tooFast(Spending spending, List<PastSwarm> past, Instant now) {
        if (past.size() < properties.atLeast()) {
            return Optional.empty();
        }
        Duration time = atLeastShortest(Duration.between(spending.since(), now));
        BigDecimal perMilli = past.stream()
                .map(swarm -> BigDecimal.valueOf(swarm.spent().micros())
                        .divide(millis(atLeastShortest(swarm.time())), 12, RoundingMode.UP))
                .sorted()
                .toList()
                .get(past.size() / 2);
        Money usual = Money.micros(
                perMilli.multiply(millis(time)).setScale(0, RoundingMode.UP).longValueExact());
        return spending.spent().micros() / properties.times() < usual.micros()
                ? Optional.empty()
                : Optional.of(new Trip(
                        spending.spent(),
                        usual,
                        "Its calls cost " + spending.spent() + " in " + time.toSeconds() + " s; usual for "
                                + spending.job() + " of " + spending.repository() + " is " + usual));
    }

    private Optional<Trip> withoutProgress(Spending spending) {
        Money since = spending.spent().minus(spending.atLastStep());
        long most = BigDecimal.valueOf(spending.quote().micros())
                .multiply(BigDecimal.valueOf(properties.withoutProgressPercent()))
                .movePointLeft(2)
                .longValue();
        return since.micros() <= most
                ? Optional.empty()
                : Optional.of(new Trip(
                        spending.spent(),
                        Money.micros(most),
                        "Its calls cost " + since + " since its last step, of a quote of " + spending.quote()));
    }

    private Duration atLeastShortest(Duration time) {
        return time.compareTo(properties.shortest()) < 0 ? properties.shortest() : time;
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis());
    }
}
