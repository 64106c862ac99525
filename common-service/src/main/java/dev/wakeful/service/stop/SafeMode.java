package dev.wakeful.service.stop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system is stopped, as this instance knows it, in memory: no question to it ever waits. It begins as it was written down,
 * closes the moment a stop is heard or the file is there, before anything is committed, and opens only after a person's resume is
 * committed and the file is gone. In safe mode nothing new starts and nothing leaves (STOP-3).
 */
public final class SafeMode {

    private volatile StopState state;
    private final Clock clock;
    private final CountDownLatch current = new CountDownLatch(1);
    private volatile @Nullable Instant fileSeen;

    SafeMode(StopState writtenDown, Clock clock) {
        this.state = writtenDown;
        this.clock = clock;
    }

    public boolean isStopped() {
        return fileSeen != null || state.stop() != null;
    }

    /** The stop in force. */
    public Optional<Stop> stop() {
        StopState known = state;
        Instant seen = fileSeen;
        return Optional.ofNullable(known.stop())
                .or(() -> Optional.ofNullable(seen)
                        .map(since -> new Stop(known.epoch(), since, Stop.FILE, "The file is still there")));
    }

    /** The epoch of now: work that begins keeps it, and its effects name it to the {@code EffectJournal}. */
    public long epoch() {
        return state.epoch();
    }

    /** Whether the file that stops is there. */
    public boolean isFileThere() {
        return fileSeen != null;
    }

    /**
     * Waits until everything is heard that was said before this instance started: a stop that was said while it was away counts.
     *
     * @return false when it is not known yet, because the broker is away
     */
    public boolean awaitCurrent(Duration atMost) {
        try {
            return current.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void heardAll() {
        current.countDown();
    }

    /** @return the stop that is new by this */
    synchronized Optional<Stop> change(UnaryOperator<StopState> change) {
        StopState before = state;
        StopState after = change.apply(before);
        state = after;
        return after.isNewStopAfter(before) ? Optional.ofNullable(after.stop()) : Optional.empty();
    }

    void fileIsThere(boolean there) {
        fileSeen = there ? Optional.ofNullable(fileSeen).orElseGet(clock::instant) : null;
    }
}
