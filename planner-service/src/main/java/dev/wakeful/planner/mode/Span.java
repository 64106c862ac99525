package dev.wakeful.planner.mode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A span of hours on some days of the week, by the wall clock of a zone (MODE-5). One that ends no later than it begins ends on the next
 * day. An hour that clocks skip is taken for the one after it; of an hour that comes twice, the first counts.
 *
 * @param days on which it begins
 */
public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    private static final int WEEK = 7;

    public Span {
        days = Set.copyOf(days);
    }

    /**
     * Reads what a person wrote.
     *
     * @param days for example {@code MON-FRI}, {@code SAT,SUN} or {@code DAILY}
     * @throws IllegalArgumentException naming the key, the value and what is allowed
     */
    static Span parse(String key, String days, String from, String to) {
        return new Span(days(key, days), time(key, from), time(key, to));
    }

    private static LocalTime time(String key, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    key + " must be times from \"00:00\" to \"23:59\", in quotes, is " + text, e);
        }
    }

    private static Set<DayOfWeek> days(String key, String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(text.toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .forEach(part -> days.addAll(part.equals("DAILY") ? Set.of(DayOfWeek.values()) : range(key, part)));
        return days;
    }

    private static Set<DayOfWeek> range(String key, String part) {
        String[] ends = part.split("-", 2);
        DayOfWeek first = day(key, ends[0]);
        DayOfWeek last = day(key, ends[ends.length - 1]);
        int length = Math.floorMod(last.getValue() - first.getValue(), WEEK);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        IntStream.rangeClosed(0, length).forEach(n -> days.add(first.plus(n)));
        return days;
    }

    private static DayOfWeek day(String key, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " must be days such as MON-FRI, SAT,SUN or DAILY, is " + text));
    }

    boolean contains(Instant now, ZoneId zone) {
        return around(now, zone).anyMatch(one -> !now.isBefore(one.start()) && now.isBefore(one.end()));
    }

    /** The next time after now at which it begins or ends. */
    Optional<Instant> nextEdge(Instant now, ZoneId zone) {
        return around(now, zone)
                .flatMap(one -> Stream.of(one.start(), one.end()))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** The next time after now at which it ends. */
    Optional<Instant> nextEnd(Instant now, ZoneId zone) {
        return around(now, zone).map(Occurrence::end).filter(now::isBefore).min(Instant::compareTo);
    }

    private Stream<Occurrence> around(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-1, WEEK + 1)
                .mapToObj(today::plusDays)
                .filter(date -> days.contains(date.getDayOfWeek()))
                .map(date -> on(date, zone));
    }

    private Occurrence on(LocalDate date, ZoneId zone) {
        LocalDate last = to.isAfter(from) ? date : date.plusDays(1);
        return new Occurrence(
                date.atTime(from).atZone(zone).toInstant(),
                last.atTime(to).atZone(zone).toInstant());
    }

    /** The words of a line such as {@code SAT,SUN 10:00-12:00}. */
    record Written(String days, String from, String to) {

        private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

        /** @throws IllegalArgumentException naming the key, the value and what is allowed */
        static Written of(String key, String line) {
            Matcher words = LINE.matcher(line.strip());
            if (!words.matches()) {
                throw new IllegalArgumentException(
                        key + " must be lines such as 'SAT,SUN 10:00-12:00', is '" + line + "'");
            }
            return new Written(words.group(1), words.group(2), words.group(3));
        }
    }

    private record Occurrence(Instant start, Instant end) {}
}
