package dev.wakeful.cimanager.web;

import org.springframework.http.HttpStatus;

/** A request that gets an answer and no work, with what its sender can do. */
final class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String detail;

    Refused(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    /** Empty where the sender is told nothing. */
    String detail() {
        return detail;
    }
}
