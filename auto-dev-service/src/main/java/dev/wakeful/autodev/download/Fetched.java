package dev.wakeful.autodev.download;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one request; a line of the swarm's {@code downloads.log}.
 *
 * @param received bytes that came from the host
 * @param sent bytes that went to it
 * @param says why it was refused or cut, else empty
 */
record Fetched(Instant at, String method, String target, Outcome outcome, long received, long sent, String says) {

    /** How it ended. */
    enum Outcome {
        FETCHED,
        CUT,
        REFUSED
    }

    private static final int COLUMNS = 7;

    String line() {
        return String.join(
                "\t",
                at.toString(),
                outcome.name().toLowerCase(Locale.ROOT),
                String.valueOf(received),
                String.valueOf(sent),
                method,
                target,
                says);
    }

    /** Nothing when it is no such line; as its end may be after a crash. */
    static Optional<Fetched> read(String line) {
        String[] columns = line.split("\t", -1);
        try {
            return columns.length != COLUMNS
                    ? Optional.empty()
                    : Optional.of(new Fetched(
                            Instant.parse(columns[0]),
                            columns[4],
                            columns[5],
                            Outcome.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                            Long.parseLong(columns[2]),
                            Long.parseLong(columns[3]),
                            columns[6]));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    String host() {
        int colon = target.indexOf(':', target.startsWith("[") ? target.indexOf(']') : 0);
        return colon < 0 ? target : target.substring(0, colon);
    }
}
