package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.alert.AlertProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** The settings as they are by default, in a given zone. */
public final class TestSettings {

    private TestSettings() {}

    public static BudgetProperties in(String zone) {
        return in(zone, false);
    }

    static BudgetProperties in(String zone, boolean armed) {
        return new BudgetProperties(
                zone,
                dollars("2000"),
                dollars("500"),
                dollars("100"),
                armed,
                40,
                50,
                dollars("20"),
                dollars("40"),
                dollars("50"),
                dollars("50"),
                new BudgetProperties.Night(
                        LocalTime.of(23, 0), LocalTime.of(7, 0), dollars("25"), dollars("5"), dollars("5")),
                Duration.ofMinutes(10));
    }

    static AlertProperties alerts() {
        return new AlertProperties(List.of(), 90, 99);
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount);
    }
}
