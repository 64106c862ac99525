package dev.wakeful.budget;

import dev.wakeful.budget.limit.HardLimits;
import dev.wakeful.events.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The caps (BUD-1, LIM-1, LIM-2), in dollars with at most six decimals.
 *
 * @param zone whose days, nights and hours are meant: an IANA name, or {@code system}
 * @param organisation everything, per calendar month
 * @param week everything, per ISO week
 * @param day everything, per day
 * @param emergencyCapArmed whether emergencies may use up to $200 a day (MODE-4), until a person arms or disarms it
 * @param automaticPercent the part of the day that may be spent without a person
 * @param approvedPercent the part of the day for what a person has approved; what is left of it is kept back for emergencies
 * @param hour everything, per hour by day
 * @param repository one repository, per day
 * @param swarm one swarm, over its whole life
 * @param maintenance everything, per maintenance window (MODE-3)
 * @param night what is different at night
 * @param grace how long after a swarm's time limit its end may be told, before it counts at its worst case (BUD-6)
 */
@ConfigurationProperties("wakeful.budget")
public record BudgetProperties(
        @DefaultValue("system") String zone,
        @DefaultValue("2000") BigDecimal organisation,
        @DefaultValue("500") BigDecimal week,
        @DefaultValue("100") BigDecimal day,
        @DefaultValue("false") boolean emergencyCapArmed,
        @DefaultValue("40") int automaticPercent,
        @DefaultValue("50") int approvedPercent,
        @DefaultValue("20") BigDecimal hour,
        @DefaultValue("40") BigDecimal repository,
        @DefaultValue("50") BigDecimal swarm,
        @DefaultValue("50") BigDecimal maintenance,
        @DefaultValue Night night,
        @DefaultValue("10m") Duration grace) {

    public BudgetProperties {
        zoneOf(zone);
        checked("organisation", organisation);
        checked("week", week);
        checked("day", day);
        checked("hour", hour);
        checked("repository", repository);
        checked("swarm", swarm);
        checked("maintenance", maintenance);
        atMost("day", day, HardLimits.DAY);
        atMost("swarm", swarm, HardLimits.SWARM);
        atMost("maintenance", maintenance, HardLimits.DAY);
        percent("automatic-percent", automaticPercent, 100);
        percent("approved-percent", approvedPercent, 100 - automaticPercent);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("wakeful.budget.grace must be 0 or more, is " + grace);
        }
    }

    /** The zone, read from the system where the setting says so. */
    public ZoneId zoneId() {
        return zoneOf(zone);
    }

    /**
     * The night's own caps.
     *
     * @param from local time at which the night begins; it bears the date of that day
     * @param to local time at which it ends
     * @param limit everything, per night
     * @param reserve the part of the limit that is kept back for emergencies
     * @param hour everything, per hour at night
     */
    public record Night(
            @DefaultValue("23:00") LocalTime from,
            @DefaultValue("07:00") LocalTime to,
            @DefaultValue("25") BigDecimal limit,
            @DefaultValue("5") BigDecimal reserve,
            @DefaultValue("5") BigDecimal hour) {

        public Night {
            checked("night.limit", limit);
            checked("night.reserve", reserve);
            checked("night.hour", hour);
            if (from.equals(to)) {
                throw new IllegalArgumentException("wakeful.budget.night.from and .to must differ, both are " + from);
            }
            if (reserve.compareTo(limit) > 0) {
                throw new IllegalArgumentException(
                        "wakeful.budget.night.reserve must be at most the night's limit " + limit + ", is " + reserve);
            }
        }
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return zone.equals("system") ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "wakeful.budget.zone must be 'system' or a name such as Europe/Berlin, is '" + zone + "'", e);
        }
    }

    private static void percent(String key, int percent, int most) {
        if (percent < 0 || percent > most) {
            throw new IllegalArgumentException("wakeful.budget." + key + " must be 0 to " + most
                    + ", as the parts of a day are 100 at most; it is " + percent);
        }
    }

    private static void atMost(String key, BigDecimal dollars, Money most) {
        if (dollars.movePointRight(6).compareTo(BigDecimal.valueOf(most.micros())) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.budget." + key + " must be 0 to " + most + " (LIM-1), is " + dollars);
        }
    }

    private static void checked(String key, BigDecimal dollars) {
        if (dollars.signum() < 0
                || dollars.stripTrailingZeros().scale() > 6
                || dollars.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw new IllegalArgumentException("wakeful.budget." + key
                    + " must be 0 to 1,000,000,000 dollars with at most six decimals, is " + dollars);
        }
    }
}
