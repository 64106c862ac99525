package dev.wakeful.budget.gateway.provider;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads when a provider that answered 429 will take calls again. Pure. */
final class UsageLimit {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern GO_DURATION = Pattern.compile(
            "(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})(?:\\.\\d+)?s)?(?:(\\d{1,9})(?:\\.\\d+)?ms)?");
    private static final Pattern GOOGLE_DELAY =
            Pattern.compile("\"retryDelay\"\\s*:\\s*\"([0-9]{1,9})(?:\\.[0-9]+)?s\"");
    private static final Duration LONGEST = Duration.ofDays(8);

    private UsageLimit() {}

    /**
     * {@code Retry-After} wins; then the latest reset among limits that are used up; then Google's {@code retryDelay}; else the fallback.
     * Never in the past, never more than eight days ahead.
     */
    static Instant resetAt(HttpHeaders headers, String body, Instant now, Duration fallback) {
        Instant told = headers.firstValue("retry-after")
                .flatMap(value -> moment(value, now))
                .or(() -> latestReset(headers, now))
                .or(() -> googleDelay(body, now))
                .orElse(now.plus(fallback));
        Instant latest = now.plus(LONGEST);
        Instant earliest = now.plusSeconds(1);
        return told.isBefore(earliest) ? earliest : told.isAfter(latest) ? latest : told;
    }

    private static Optional<Instant> latestReset(HttpHeaders headers, Instant now) {
        return headers.map().entrySet().stream()
                .filter(header ->
                        header.getKey().toLowerCase(java.util.Locale.ROOT).contains("ratelimit"))
                .filter(header ->
                        header.getKey().toLowerCase(java.util.Locale.ROOT).contains("reset"))
                .filter(header -> usedUp(headers, header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> moment(value, now).stream())
                .max(Comparator.naturalOrder());
    }

    private static boolean usedUp(HttpHeaders headers, String resetHeader) {
        return headers.firstValue(resetHeader.replace("reset", "remaining"))
                .map(remaining -> remaining.strip().equals("0"))
                .orElse(true);
    }

    private static Optional<Instant> googleDelay(String body, Instant now) {
        Matcher delay = GOOGLE_DELAY.matcher(body);
        return delay.find() ? Optional.of(now.plusSeconds(Long.parseLong(delay.group(1)) + 1)) : Optional.empty();
    }

    /** Seconds from now or since 1970, an instant, an HTTP date, or a duration such as {@code 6m0s}. */
    private static Optional<Instant> moment(String text, Instant now) {
        String value = text.strip();
        if (SECONDS.matcher(value).matches()) {
            long seconds = (long) Math.ceil(Double.parseDouble(value));
            return Optional.of(seconds > 1_000_000_000 ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds));
        }
        Matcher duration = GO_DURATION.matcher(value);
        if (!value.isEmpty() && duration.matches()) {
            return Optional.of(
                    now.plusSeconds(part(duration, 1) * 3600 + part(duration, 2) * 60 + part(duration, 3) + 1));
        }
        return Stream.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)
                .flatMap(format -> parsed(value, format).stream())
                .findFirst();
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private static Optional<Instant> parsed(String value, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(value, format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
