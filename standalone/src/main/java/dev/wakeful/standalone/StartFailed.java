package dev.wakeful.standalone;

/** The system cannot start; the message is one sentence that says what to do. */
final class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
