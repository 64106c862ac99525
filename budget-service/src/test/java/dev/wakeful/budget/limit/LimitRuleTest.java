package dev.wakeful.budget.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LIM-1: what may be set, and what nobody may. */
class LimitRuleTest {

    @ParameterizedTest
    @CsvSource({
        "day, 100",
        "day, 0",
        "swarm, 50",
        "hour, 100",
        "night, 25",
        "night-hour, 5",
        "repository, 100",
        "repository:acme/shop, 60",
        "week, 700",
        "organisation, 3100"
    })
    void whatIsWithinTheHardLimitsMayBeSet(String limit, long dollars) {
        assertThat(refusal(limit, Money.dollars(dollars))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "day, 100",
        "swarm, 50",
        "hour, 100",
        "night, 100",
        "night-hour, 100",
        "maintenance, 100",
        "repository, 100",
        "repository:acme/shop, 100",
        "week, 700",
        "organisation, 3100",
        "emergency, 200"
    })
    void aMicroDollarMoreIsRefused(String limit, long dollars) {
        Money more = Money.dollars(dollars).plus(Money.micros(1));

        assertThat(refusal(limit, more))
                .get()
                .asString()
                .contains(Money.dollars(dollars).toString(), "LIM-1");
        assertThat(refusal(limit, Money.micros(Long.MAX_VALUE))).isPresent();
    }

    /** MODE-4: arming gives emergencies up to $200 a day, and nobody else more than before. */
    @Test
    void theEmergencyCapAllowsTwoHundredDollarsAndIsDisarmedByNothing() {
        assertThat(refusal("emergency", Money.dollars(200))).isEmpty();
        assertThat(refusal("emergency", Money.ZERO)).isEmpty();
    }

    @Test
    void lessThanNothingIsRefused() {
        assertThat(refusal("day", Money.micros(-1))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Day",
                "daily",
                "repository:",
                "repository:acme",
                "repository:../x",
                "swarm:1",
                "automatic-percent"
            })
    void anUnknownCapIsRefusedWithTheListOfThem(String limit) {
        assertThat(refusal(limit, Money.dollars(1)))
                .get()
                .asString()
                .contains(
                        "organisation, week, day, hour, repository, swarm, night, night-hour, maintenance, emergency");
    }

    @Test
    void nobodyOrNoReasonIsRefused() {
        assertThat(LimitRule.refusal(new ControlEvent.LimitSet("day", Money.ZERO, " ", "why")))
                .isPresent();
        assertThat(LimitRule.refusal(new ControlEvent.LimitSet("day", Money.ZERO, "ada", "")))
                .isPresent();
    }

    private static Optional<String> refusal(String limit, Money amount) {
        return LimitRule.refusal(new ControlEvent.LimitSet(limit, amount, "ada", "test"));
    }
}
