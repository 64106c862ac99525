package dev.wakeful.autodev.download;

/** A request that is answered with a status and one sentence, and goes nowhere. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final Reason reason;

    /** What metrics tell apart. */
    enum Reason {
        NOT_LISTED,
        PRIVATE_ADDRESS,
        LIMIT,
        MALFORMED,
        UNREACHABLE
    }

    Refused(int status, Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    static Refused malformed(String sentence) {
        return new Refused(400, Reason.MALFORMED, sentence);
    }

    static Refused limit(String what, String key) {
        return new Refused(403, Reason.LIMIT, what + " (" + DownloadProperties.PREFIX + key + ")");
    }

    int status() {
        return status;
    }

    Reason reason() {
        return reason;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
