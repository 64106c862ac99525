package dev.wakeful.events;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An identifier with its own type, a plain string on the wire. Made ones look like {@code swarm-0193f1c2a5b7-9f3a1c20d4e5b617}: they sort
 * by time of making and are unguessable enough to serve as names in addresses.
 */
public sealed interface Identifier
        permits EventId,
                LineageId,
                BuildId,
                FindingId,
                TaskId,
                SwarmId,
                ReservationId,
                ChangeId,
                ApprovalId,
                RepositoryName,
                Revision,
                Fingerprint {

    String value();

    /** A fresh identifier of the given kind, for example {@code task-…}; while an event is handled it is {@link Derived} from it. */
    static String make(String kind, Instant now) {
        return Derived.next(kind).orElseGet(() -> random(kind, now));
    }

    private static String random(String kind, Instant now) {
        byte[] random = new byte[8];
        Random.SECURE.nextBytes(random);
        return kind + "-" + HexFormat.of().toHexDigits(now.toEpochMilli(), 12) + "-"
                + HexFormat.of().formatHex(random);
    }

    /** Refuses what cannot be an identifier: empty, longer than 200 characters, or with control characters in it. */
    static String checked(String what, String value) {
        if (value.isBlank() || value.length() > 200 || hasControlCharacters(value)) {
            throw new IllegalArgumentException(what + " must be 1 to 200 printable characters, got '" + value + "'");
        }
        return value;
    }

    private static boolean hasControlCharacters(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the one random source out of the interface's constants. */
    final class Random {
        private static final SecureRandom SECURE = new SecureRandom();

        private Random() {}
    }
}
