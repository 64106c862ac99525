package dev.wakeful.budget.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The windows of one zone. Every instant is in exactly one day, week, month, hour and round of a night, and in at most one night; also where
 * clocks are turned: a day may have 23 or 25 hours, and an hour that comes twice is two windows.
 */
public final class Windows {

    /** No swarm lasts longer than so many windows (LIM-1); an event that says so makes no more accounts than these. */
    private static final int MOST = 8;

    private final ZoneId zone;
    private final LocalTime nightFrom;
    private final LocalTime nightTo;

    public Windows(ZoneId zone, LocalTime nightFrom, LocalTime nightTo) {
        this.zone = zone;
        this.nightFrom = nightFrom;
        this.nightTo = nightTo;
    }

    /** For example {@code 2026-11-20}. */
    public Window day(Instant at) {
        LocalDate date = date(at);
        return between(date.toString(), date, date.plusDays(1));
    }

    /** The ISO week, from Monday, for example {@code 2026-W47}. */
    public Window week(Instant at) {
        LocalDate monday = date(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String name = "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return between(name, monday, monday.plusWeeks(1));
    }

    /** For example {@code 2026-11}. */
    public Window month(Instant at) {
        YearMonth month = YearMonth.from(date(at));
        return between(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /**
     * The hour of the local clock, for example {@code 2026-11-20T14}; with its offset where that name would fit two hours,
     * {@code 2026-10-25T02+01:00}. Shorter where clocks are turned within it.
     */
    public Window hour(Instant at) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(at);
        LocalDateTime local = LocalDateTime.ofInstant(at, offset).truncatedTo(ChronoUnit.HOURS);
        Instant from = local.toInstant(offset);
        Instant to = from.plus(Duration.ofHours(1));
        ZoneOffsetTransition turned = rules.previousTransition(at.plusNanos(1));
        ZoneOffsetTransition turns = rules.nextTransition(at);
        String plain = local.toLocalDate() + "T%02d".formatted(local.getHour());
        return new Window(
                rules.getOffset(local).equals(offset) ? plain : plain + offset,
                turned != null && turned.getInstant().isAfter(from) ? turned.getInstant() : from,
                turns != null && turns.getInstant().isBefore(to) ? turns.getInstant() : to);
    }

    /** The night, named by the day it begins on; absent by day. */
    public Optional<Window> night(Instant at) {
        return nightsAbout(at).filter(night -> night.contains(at)).findFirst();
    }

    /** The nights that have something in common with a stretch, in order; none by day. */
    public List<Window> nights(Instant from, Instant to) {
        return nightsAbout(from).filter(night -> night.meets(from, to)).toList();
    }

    /** The night that this instant is in, or the one that comes next. */
    public Window nextNight(Instant at) {
        return nightsAbout(at)
                .filter(night -> at.isBefore(night.to()))
                .findFirst()
                .orElseThrow();
    }

    /** What belongs to the night that this instant is in or that comes next: from the end of the night before to its own end. */
    public Window round(Instant at) {
        Window coming = nextNight(at);
        Instant from = nightsAbout(at)
                .map(Window::to)
                .filter(end -> !at.isBefore(end))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new Window(coming.name(), from, coming.to());
    }

    /** Those windows of a kind that have something in common with a stretch, in order. */
    public static List<Window> through(Function<Instant, Window> kind, Instant from, Instant to) {
        return Stream.iterate(kind.apply(from), window -> window.meets(from, to), window -> kind.apply(window.to()))
                .limit(MOST)
                .toList();
    }

    /** The local time to the minute, for example {@code 2026-11-20T14:30}; with its offset where that comes twice. */
    public String minute(Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        LocalDateTime local = LocalDateTime.ofInstant(at, offset).truncatedTo(ChronoUnit.MINUTES);
        return zone.getRules().getOffset(local).equals(offset) ? local.toString() : local.toString() + offset;
    }

    /** A day that was left out has no night, and a night that ends where it begins is none. */
    private Stream<Window> nightsAbout(Instant at) {
        LocalDate date = date(at);
        return Stream.iterate(-3L, days -> days + 1)
                .limit(MOST + 3)
                .map(date::plusDays)
                .filter(this::exists)
                .map(this::nightOf)
                .filter(night -> night.from().isBefore(night.to()));
    }

    private boolean exists(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private Window nightOf(LocalDate begins) {
        LocalDate ends = nightTo.isAfter(nightFrom) ? begins : begins.plusDays(1);
        return new Window(
                begins.toString(),
                begins.atTime(nightFrom).atZone(zone).toInstant(),
                ends.atTime(nightTo).atZone(zone).toInstant());
    }

    private Window between(String name, LocalDate from, LocalDate to) {
        return new Window(name, start(from), start(to));
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** Where clocks are turned back over midnight, the new day has begun and stays begun. */
    private LocalDate date(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        return at.isBefore(start(date.plusDays(1))) ? date : date.plusDays(1);
    }
}
