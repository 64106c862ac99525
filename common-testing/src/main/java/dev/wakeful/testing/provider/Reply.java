package dev.wakeful.testing.provider;

import java.time.Duration;
import java.util.Map;

/** What the provider does with a call. */
public sealed interface Reply {

    /**
     * Answers; what it used is billed, however the answer ends.
     *
     * @param pieces how many pieces of text a stream has
     * @param pause before each message of a stream
     */
    record Answer(Used used, int pieces, Duration pause, Ending ending) implements Reply {}

    /** Refuses or fails; nothing is billed. */
    record Error(int status, Map<String, String> headers, String body) implements Reply {
        public Error {
            headers = Map.copyOf(headers);
        }
    }

    /** How an answer ends. */
    enum Ending {
        WHOLE,
        /** The connection goes away in the middle. */
        CUT,
        /** The provider says nothing more in the middle, and keeps the connection. */
        SILENT,
        /** Complete, but nothing says what it used. */
        WITHOUT_USAGE,
        /** One message in the middle is no JSON. */
        MALFORMED
    }

    static Reply whole(Used used) {
        return new Answer(used, 3, Duration.ZERO, Ending.WHOLE);
    }

    static Reply ending(Used used, Ending ending) {
        return new Answer(used, 3, Duration.ZERO, ending);
    }

    static Reply error(int status) {
        return new Error(status, Map.of(), "{\"error\":{\"message\":\"scripted\"}}");
    }
}
