package dev.wakeful.service.stop;

import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of stops. Pure. The epoch never falls, so words that come twice, late or in another order change nothing.
 *
 * @param epoch the highest heard of
 * @param stop the stop of exactly this epoch, while it stands
 */
record StopState(long epoch, @Nullable Stop stop) {

    StopState after(Stopped word) {
        Stop told = new Stop(word.epoch(), word.at(), word.by(), word.reason());
        boolean newer = word.epoch() > epoch;
        boolean sameStop = stop != null && word.epoch() == epoch;
        return newer || sameStop ? new StopState(word.epoch(), told) : this;
    }

    /** Whoever heard of the end first need not hear of the beginning. */
    StopState after(Resumed word) {
        return word.epoch() >= epoch ? new StopState(word.epoch(), null) : this;
    }

    /** The file stops as the next epoch: the one command-center will say, having seen the same stops. */
    StopState afterFile(Instant seen, String reason) {
        return stop == null ? new StopState(epoch + 1, new Stop(epoch + 1, seen, Stop.FILE, reason)) : this;
    }

    /** Whether this is a stop that the state before did not have. */
    boolean isNewStopAfter(StopState before) {
        return stop != null && (before.stop == null || epoch > before.epoch);
    }
}
