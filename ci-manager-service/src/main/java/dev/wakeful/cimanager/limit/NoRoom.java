package dev.wakeful.cimanager.limit;

import java.time.Instant;

/** A limit has no room now; it has at the given time at the earliest. Nothing left and nothing is lost: the offer waits. */
public final class NoRoom extends RuntimeException {

    private final Instant until;

    NoRoom(String limit, Instant until) {
        super(limit);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
