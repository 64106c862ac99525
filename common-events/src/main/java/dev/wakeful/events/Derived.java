package dev.wakeful.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that follow from what is being handled: whoever handles the same event once more, after a crash or from an older state,
 * makes the same identifiers in the same order. So an answer that was said before is known by its id, and work that was offered before is
 * found by its name (STATE-2).
 */
public final class Derived {

    private static final ScopedValue<Derived> CURRENT = ScopedValue.newInstance();
    private static final int DIGITS = 16;

    private final String maker;
    private final EventId cause;
    private final Instant at;
    private final Map<String, Integer> made = new HashMap<>();

    private Derived(String maker, EventId cause, Instant at) {
        this.maker = maker;
        this.cause = cause;
        this.at = at;
    }

    /**
     * Runs the work; identifiers it makes on this thread are derived from the event.
     *
     * @param maker the service
     * @param at when the event was said
     */
    public static <T extends @Nullable Object> T from(String maker, EventId cause, Instant at, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Derived(maker, cause, at)).call(work::get);
    }

    /** The next identifier of the kind, when there is something to derive it from. */
    static Optional<String> next(String kind) {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().derive(kind)) : Optional.empty();
    }

    private String derive(String kind) {
        int number = made.merge(kind, 1, Integer::sum);
        return kind + "-" + HexFormat.of().toHexDigits(at.toEpochMilli(), 12) + "-"
                + digits(maker, cause, kind, number);
    }

    /** Whether the service made this id as one of its first so many answers to the event. */
    public static boolean isAnswer(EventId id, String maker, EventId cause, int most) {
        String end = id.value().substring(Math.max(0, id.value().length() - DIGITS));
        for (int number = 1; number <= most; number++) {
            if (end.equals(digits(maker, cause, "event", number))) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String maker, EventId cause, String kind, int number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((maker + "\n" + cause + "\n" + kind + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
