package dev.wakeful.autodev.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One dialogue from its first word to the end of the process and of all that came from it. */
record Talk(Process process, Family family, Transcript said, Letters letters, Vigil vigil, Partner partner) {

    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** @return whether the process ended by itself */
    boolean talk(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long tick = System.nanoTime() + TICK.toNanos();
        while (process.isAlive()) {
            listen();
            if (process.isAlive() && (!partner.goesOn() || System.nanoTime() - end >= 0)) {
                sayFarewell();
                return false;
            }
            if (System.nanoTime() - tick >= 0) {
                vigil.tick();
                tick = System.nanoTime() + TICK.toNanos();
            }
        }
        hearTheRest();
        return true;
    }

    private void listen() throws InterruptedException {
        letters.send(partner.remarks());
        if (!partner.keepsTalking()) {
            letters.finish();
        }
        if (said.isOver()) {
            process.waitFor(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            said.next(BEAT).ifPresent(line -> letters.send(partner.heard(line)));
        }
    }

    private void sayFarewell() throws InterruptedException {
        List<String> farewell = partner.farewell();
        if (!farewell.isEmpty()) {
            letters.send(farewell);
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        family.end(process);
        hearTheRest();
    }

    /** Whoever it left behind may hold its output open, and is ended first. */
    private void hearTheRest() throws InterruptedException {
        family.kill(process);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said.isOver() && System.nanoTime() - end < 0) {
            said.next(BEAT).ifPresent(partner::heard);
        }
    }
}
