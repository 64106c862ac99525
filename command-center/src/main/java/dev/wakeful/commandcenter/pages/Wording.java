package dev.wakeful.commandcenter.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the templates put values into words. */
public final class Wording {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public String plain(@Nullable String text) {
        return PlainText.of(text);
    }

    /** Micro-dollars as dollars: cents where they say it all, otherwise as many digits as there are. */
    public String money(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return "$" + dollars.setScale(Math.max(2, dollars.scale())).toPlainString();
    }

    public String millis(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
                : millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }

    /** For readers without script; with it, the browser shows local time. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "" : UTC.format(instant);
    }

    public String revision(@Nullable String revision) {
        return revision == null ? "" : revision.substring(0, Math.min(10, revision.length()));
    }

    /** An enum constant in words: {@code NO_GOOD_REVISION} becomes "no good revision". */
    public String words(@Nullable String constant) {
        return constant == null ? "" : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public String state(String state) {
        return switch (state) {
            case "PLANNED" -> "Planned";
            case "RUNNING" -> "Working";
            case "POSTPONED" -> "Postponed";
            case "APPROVAL_REQUIRED" -> "Needs approval";
            case "PROPOSED" -> "Ready to review";
            case "PARKED" -> "Set aside";
            case "CLOSED" -> "Done";
            default -> words(state);
        };
    }

    /** The stream of an event type, which is also its colour. */
    public String stream(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** An address from outside, if a browser may be sent there; otherwise the page itself. */
    public String link(@Nullable String url) {
        return url != null && (url.startsWith("http://") || url.startsWith("https://")) ? url : "#";
    }

    /** "1 task", "2 tasks". */
    public String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
