package dev.wakeful.budget.limit;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.events.Money;
import java.math.BigDecimal;
import java.util.Map;

/** The caps of the settings as exact amounts. */
final class Policy {

    private Policy() {}

    static Map<Cap, Money> of(BudgetProperties properties) {
        return Map.of(
                Cap.ORGANISATION, money(properties.organisation()),
                Cap.WEEK, money(properties.week()),
                Cap.DAY, money(properties.day()),
                Cap.HOUR, money(properties.hour()),
                Cap.REPOSITORY, money(properties.repository()),
                Cap.SWARM, money(properties.swarm()),
                Cap.NIGHT, money(properties.night().limit()),
                Cap.NIGHT_HOUR, money(properties.night().hour()),
                Cap.MAINTENANCE, money(properties.maintenance()),
                Cap.EMERGENCY, properties.emergencyCapArmed() ? HardLimits.EMERGENCY_DAY : Money.ZERO);
    }

    private static Money money(BigDecimal dollars) {
        return Money.micros(dollars.movePointRight(6).longValueExact());
    }
}
