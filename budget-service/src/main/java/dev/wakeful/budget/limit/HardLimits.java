package dev.wakeful.budget.limit;

import dev.wakeful.events.Money;

/**
 * What no policy and nobody may exceed (LIM-1).
 *
 * @param day everything, per day
 * @param swarm one swarm, over its whole life
 */
public record HardLimits(Money day, Money swarm) {

    private static final Money SWARM = Money.dollars(50);
    private static final Money DAY = Money.dollars(100);

    /** A day's money while the operator has armed the emergency cap (MODE-4). */
    public static final Money EMERGENCY_DAY = Money.dollars(200);

    public static HardLimits of(boolean emergencyCapArmed) {
        return new HardLimits(emergencyCapArmed ? EMERGENCY_DAY : DAY, SWARM);
    }

    /** What lasts a day or less is worth no more than the day, and what lasts longer no more than all of its days. */
    Money most(Cap cap) {
        return switch (cap) {
            case ORGANISATION -> Money.micros(day.micros() * 31);
            case WEEK -> Money.micros(day.micros() * 7);
            case DAY, HOUR, REPOSITORY, NIGHT, NIGHT_HOUR -> day;
            case SWARM -> swarm;
        };
    }
}
