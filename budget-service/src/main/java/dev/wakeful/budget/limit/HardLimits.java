package dev.wakeful.budget.limit;

import dev.wakeful.events.Money;

/** What no policy and nobody may exceed (LIM-1). */
public final class HardLimits {

    /** One swarm, over its whole life. */
    public static final Money SWARM = Money.dollars(50);

    /** Everything, per day. */
    public static final Money DAY = Money.dollars(100);

    /** A day's money while the operator has armed the emergency cap, for emergencies only (MODE-4). */
    public static final Money EMERGENCY_DAY = Money.dollars(200);

    private HardLimits() {}

    /** What lasts a day or less is worth no more than the day, and what lasts longer no more than all of its days. */
    static Money most(Cap cap) {
        return switch (cap) {
            case ORGANISATION -> Money.micros(DAY.micros() * 31);
            case WEEK -> Money.micros(DAY.micros() * 7);
            case DAY, HOUR, REPOSITORY, NIGHT, NIGHT_HOUR, MAINTENANCE -> DAY;
            case SWARM -> SWARM;
            case EMERGENCY -> EMERGENCY_DAY;
        };
    }
}
