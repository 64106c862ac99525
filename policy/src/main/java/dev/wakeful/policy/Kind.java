package dev.wakeful.policy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** What a value of the policy is, and how it is written. */
public enum Kind {
    DOLLARS("dollars with at most six decimals", Kind::dollars),
    WHOLE("a whole number", Long::valueOf),
    DURATION("a duration such as 30s, 5m, 4h or 7d", Durations::parse),
    TIME("a time of day such as 23:00", LocalTime::parse),
    TRUTH("true or false", Kind::truth),
    ZONE("system, or the name of a time zone such as Europe/Berlin", Kind::zone),
    REVIEW("off, asked or required", Phrases::review),
    INDEPENDENCE("agent or model", Phrases::independence),
    FILE("none, or the path of a file that is there", Kind::file),
    TEXTS("a list of texts", Shape.SOME, Kind::text),
    WHOLES("a list of whole numbers", Shape.SOME, Long::valueOf),
    FAILURES("a list of TEST_FAILURE and BUILD_ERROR, or [] for neither", Shape.ANY, Phrases::failure),
    SPANS("a list of days and hours such as \"SAT,SUN 10:00-12:00\", or []", Shape.ANY, Phrases::span),
    CONTEXTS(
            "a list such as \"SLEEPING DAILY 23:00-07:00\", or []; there are AVAILABLE, WORK, AWAY, SLEEPING and UNKNOWN",
            Shape.ANY,
            Phrases::context),
    AUTONOMY(
            "a list such as \"acme/shop TEST_FAILURE OBSERVE\", or []; * stands for all, and there are OBSERVE, SUPERVISED and FULL",
            Shape.ANY,
            Phrases::autonomy);

    private final String written;
    private final Shape shape;
    private final Function<String, Comparable<?>> parser;

    Kind(String written, Function<String, Comparable<?>> parser) {
        this(written, Shape.ONE, parser);
    }

    Kind(String written, Shape shape, Function<String, Comparable<?>> parser) {
        this.written = written;
        this.shape = shape;
        this.parser = parser;
    }

    /** How many texts a value is. */
    private enum Shape {
        ONE,
        SOME,
        ANY
    }

    boolean isList() {
        return shape != Shape.ONE;
    }

    boolean mayBeEmpty() {
        return shape == Shape.ANY;
    }

    /** How a person writes it. */
    public String written() {
        return written;
    }

    /** What the text means, or nothing when it is not of this kind. */
    public Optional<Comparable<?>> meaning(String text) {
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal dollars(String text) {
        if (text.length() > 20 || !text.matches("-?\\d+(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static String zone(String text) {
        return text.equals("system") ? text : ZoneId.of(text).getId();
    }

    private static String file(String text) {
        if (!text.equals("none") && !Files.isReadable(Path.of(text))) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String text(String text) {
        if (text.isEmpty() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A text has 1 to 200 printable characters");
        }
        return text;
    }

    /** Compares two meanings of one kind. */
    @SuppressWarnings("unchecked")
    static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
