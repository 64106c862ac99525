package dev.wakeful.budget.ledger;

import dev.wakeful.events.DispatchEvent.Funding;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which caps count at a moment in UTC, in micro-dollars, with what people have set meanwhile; written down once more, as simply as can be. */
final class CapsModel {

    private static final long DOLLAR = 1_000_000;
    private static final Map<String, Long> POLICY = Map.of(
            "organisation", 2_000 * DOLLAR,
            "week", 500 * DOLLAR,
            "day", 100 * DOLLAR,
            "hour", 20 * DOLLAR,
            "repository", 40 * DOLLAR,
            "swarm", 50 * DOLLAR,
            "night", 25 * DOLLAR,
            "night-hour", 5 * DOLLAR,
            "emergency", 0L);
    private static final Map<String, Long> MOST = Map.of(
            "organisation", 3_100 * DOLLAR,
            "week", 700 * DOLLAR,
            "day", 100 * DOLLAR,
            "hour", 100 * DOLLAR,
            "repository", 100 * DOLLAR,
            "repository:acme/shop", 100 * DOLLAR,
            "swarm", 50 * DOLLAR,
            "night", 100 * DOLLAR,
            "night-hour", 100 * DOLLAR,
            "emergency", 200 * DOLLAR);

    private final Map<String, Long> set = new HashMap<>();

    static List<String> names() {
        return List.copyOf(new TreeSet<>(MOST.keySet()));
    }

    /** Whether the cap is another now. */
    boolean change(String name, long micros) {
        boolean allowed = MOST.containsKey(name) && micros >= 0 && micros <= Objects.requireNonNull(MOST.get(name));
        if (allowed) {
            set.put(name, micros);
        }
        return allowed;
    }

    /** One cap: nothing is granted from so many percent of the whole on. */
    record Limit(String account, long most, long whole, long pausePercent) {

        boolean allows(long used, long amount) {
            return used + amount <= most && used * 100 < whole * pausePercent;
        }
    }

    /** The money counts in each month, week, day and night in which it may be spent, and in the hour in which it is set aside. */
    List<Limit> of(String swarm, Funding funding, Instant now, Instant until) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        add(limits, plain("swarm:" + swarm, cap("swarm")));
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        String hour = "hour:%sT%02d".formatted(at.toLocalDate(), at.getHour());
        add(limits, plain(hour, cap(isNight(at) ? "night-hour" : "hour")));
        LocalDateTime end = LocalDateTime.ofInstant(until, ZoneOffset.UTC);
        while (at.isBefore(end)) {
            at(limits, funding, at);
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return List.copyOf(limits.values());
    }

    private static boolean isNight(LocalDateTime at) {
        return at.getHour() >= 23 || at.getHour() < 7;
    }

    private static void add(Map<String, Limit> limits, Limit limit) {
        limits.putIfAbsent(limit.account(), limit);
    }

    private void at(Map<String, Limit> limits, Funding funding, LocalDateTime at) {
        boolean emergency = funding == Funding.EMERGENCY;
        long percent = emergency ? 100 : funding == Funding.APPROVED ? 99 : 90;
        long day = cap("day");
        long most = Math.max(day, cap("emergency"));
        String month = "organisation:%d-%02d".formatted(at.getYear(), at.getMonthValue());
        add(limits, new Limit(month, cap("organisation"), cap("organisation"), percent));
        String week =
                "week:%d-W%02d".formatted(at.get(IsoFields.WEEK_BASED_YEAR), at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        add(limits, new Limit(week, cap("week"), cap("week"), percent));
        long pausedFrom = emergency || day == most ? percent : day * percent / most;
        add(limits, new Limit("day:" + at.toLocalDate(), emergency ? most : day, most, pausedFrom));
        if (!emergency) {
            String part = funding == Funding.APPROVED ? "day-approved:" : "day-automatic:";
            add(limits, plain(part + at.toLocalDate(), day * (funding == Funding.APPROVED ? 50 : 40) / 100));
        }
        add(limits, plain("repository:acme/shop:" + at.toLocalDate(), ofShop()));
        if (isNight(at)) {
            long night = cap("night");
            String begun = "night:" + at.minusHours(7).toLocalDate();
            add(limits, new Limit(begun, emergency ? night : Math.max(0, night - 5 * DOLLAR), night, percent));
        }
    }

    private long ofShop() {
        Long changed = set.get("repository:acme/shop");
        return changed == null ? cap("repository") : changed;
    }

    private static Limit plain(String account, long most) {
        return new Limit(account, most, Long.MAX_VALUE / 1_000, 1_000);
    }

    private long cap(String name) {
        Long changed = set.get(name);
        return changed == null ? Objects.requireNonNull(POLICY.get(name)) : changed;
    }

    /** What kinds of caps there are in the names of accounts. */
    static Set<String> kinds() {
        return Set.of(
                "swarm", "organisation", "week", "day", "day-automatic", "day-approved", "repository", "night", "hour");
    }
}
