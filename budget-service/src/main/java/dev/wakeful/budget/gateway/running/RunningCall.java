package dev.wakeful.budget.gateway.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call under way. It belongs to one thread; another one may end it, which makes whatever that thread waits for fail at once. */
public final class RunningCall implements AutoCloseable {

    private final RunningCalls all;
    private final CallerLine line;
    private final Clock clock;
    private final Instant begun;
    private volatile @Nullable Instant heard;
    private @Nullable Runnable ending;
    private @Nullable End ended;
    private boolean closed;

    RunningCall(RunningCalls all, CallerLine line, Clock clock) {
        this.all = all;
        this.line = line;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** What makes the present step fail; run at once when the call was ended already, and possibly on another thread. */
    public void endBy(Runnable step) {
        if (isEndedAfter(step)) {
            step.run();
        }
    }

    private synchronized boolean isEndedAfter(Runnable step) {
        ending = step;
        return ended != null;
    }

    /** The provider has said something just now. */
    public void heard() {
        heard = clock.instant();
    }

    /** How long it has lasted so far. */
    public Duration lasted() {
        Duration lasted = Duration.between(begun, clock.instant());
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }

    /** The longest it may last. */
    public Duration longest() {
        return all.longest();
    }

    /** Why it was ended from outside, where it was. */
    public synchronized Optional<End> ended() {
        return Optional.ofNullable(ended);
    }

    void end(End why) {
        Runnable step = marked(why);
        if (step != null) {
            step.run();
        }
    }

    private synchronized @Nullable Runnable marked(End why) {
        if (closed || ended != null) {
            return null;
        }
        ended = why;
        return ending;
    }

    /** Ends it where it must not go on. */
    void look(Duration stall, Duration longest) {
        Instant last = heard;
        if (isCallerGone()) {
            end(End.CALLER_GONE);
        } else if (last != null && Duration.between(last, clock.instant()).compareTo(stall) >= 0) {
            end(End.STALLED);
        } else if (lasted().compareTo(longest) >= 0) {
            end(End.TOO_LONG);
        }
    }

    /** Never after {@link #close}: the connection's next request is read by others then. */
    private synchronized boolean isCallerGone() {
        return !closed && ended == null && line.isGone();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        all.remove(this);
    }
}
