package dev.wakeful.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Money, spans and ages as people read them. */
public final class Amounts {

    private Amounts() {}

    /** Micro-dollars with two digits; below a cent exactly, so that little is never shown as nothing. */
    public static String dollars(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6);
        boolean little = micros != 0 && Math.abs(micros) < 10_000;
        return "$"
                + (little ? dollars.stripTrailingZeros() : dollars.setScale(2, RoundingMode.HALF_UP)).toPlainString();
    }

    /** {@code 512 B}, {@code 1.5 MiB}. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = Math.min(4, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
        return String.format(Locale.ROOT, "%.1f %ciB", bytes / (double) (1L << (10 * power)), "KMGT".charAt(power - 1));
    }

    /** {@code 41 ms}, {@code 3.2 s}, {@code 2 min 05 s}. */
    public static String span(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return String.format(Locale.ROOT, "%d min %02d s", millis / 60_000, millis / 1000 % 60);
    }

    /** How long ago, in one unit. */
    public static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return Math.max(0, age.toSeconds()) + " s ago";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 2 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
