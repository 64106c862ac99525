package dev.wakeful.planner.authority;

import dev.wakeful.events.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What may start without a person (AUTH-1, AUTH-2). */
@ConfigurationProperties("wakeful.planner.authority")
public record AuthorityProperties(
        @DefaultValue TestFailure testFailure, @DefaultValue BuildError buildError) {

    private static final String KEY = "wakeful.planner.authority.";
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

    /**
     * @param cap the most that mending it may cost, all attempts together, in dollars, 0 to 50 (LIM-1)
     * @param within it failed no longer ago, 1 min to 24 h
     * @param underPercent several failing tests are fewer than so many percent of all, 1 to 100
     */
    public record TestFailure(
            @DefaultValue("5") BigDecimal cap,
            @DefaultValue("30m") Duration within,
            @DefaultValue("5") int underPercent) {

        public TestFailure {
            checked("test-failure.cap", cap);
            if (within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(
                        KEY + "test-failure.within must be 1m to 24h (AUTH-1), is " + within);
            }
            if (underPercent < 1 || underPercent > 100) {
                throw new IllegalArgumentException(
                        KEY + "test-failure.under-percent must be 1 to 100 (AUTH-1), is " + underPercent);
            }
        }
    }

    /** @param cap as for tests */
    public record BuildError(@DefaultValue("5") BigDecimal cap) {

        public BuildError {
            checked("build-error.cap", cap);
        }
    }

    static Money money(BigDecimal dollars) {
        return Money.micros(dollars.movePointRight(6).longValueExact());
    }

    private static void checked(String key, BigDecimal cap) {
        if (cap.signum() < 0
                || cap.compareTo(MOST) > 0
                || cap.stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException(
                    KEY + key + " must be 0 to 50 dollars with at most six decimals (LIM-1), is " + cap);
        }
    }
}
