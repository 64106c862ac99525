package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.events.Money;
import java.math.BigDecimal;

/** The caps as exact amounts. */
record Limits(
        Money organisation,
        Money week,
        Money day,
        Money dayAutomatic,
        Money hour,
        Money night,
        Money nightHour,
        Money repository,
        Money swarm) {

    static Limits of(BudgetProperties properties) {
        BudgetProperties.Night night = properties.night();
        Money day = money(properties.day());
        return new Limits(
                money(properties.organisation()),
                money(properties.week()),
                day,
                Money.micros(day.micros() / 100 * properties.automaticPercent()
                        + day.micros() % 100 * properties.automaticPercent() / 100),
                money(properties.hour()),
                money(night.limit().subtract(night.reserve())),
                money(night.hour()),
                money(properties.repository()),
                money(properties.swarm()));
    }

    private static Money money(BigDecimal dollars) {
        return Money.micros(dollars.movePointRight(6).longValueExact());
    }
}
