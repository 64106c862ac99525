package dev.wakeful.autodev.swarm;

import java.time.Duration;

/** The step cannot be done now, and nothing is wrong with the work: it is given back and taken up again after a while (DEV-7). */
public final class Parked extends RuntimeException {

    private final Duration pause;

    public Parked(Duration pause) {
        super("The work waits for " + pause);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
