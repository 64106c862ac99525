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
    NIGHT_HOUR;

    /** For example {@code night-hour}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String all() {
        return Arrays.stream(values()).map(Cap::wireName).collect(Collectors.joining(", "))
                + " and repository:owner/name";
    }
}
