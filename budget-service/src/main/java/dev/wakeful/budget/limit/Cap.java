package dev.wakeful.budget.limit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The caps there are, by their names in the policy. */
public enum Cap {
    ORGANISATION,
    WEEK,
    DAY,
    HOUR,
    REPOSITORY,
    SWARM,
    NIGHT,
    NIGHT_HOUR,
    /** Everything in one window that the operator set for clean-up and improvement (MODE-3). */
    MAINTENANCE,
    /** What emergencies may use in a day while the operator has armed it; 0: not armed (MODE-4). */
    EMERGENCY;

    /** For example {@code night-hour}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String all() {
        return Arrays.stream(values()).map(Cap::wireName).collect(Collectors.joining(", "))
                + " and repository:owner/name";
    }
}
