package dev.wakeful.commandcenter.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One emergency stop.
 *
 * @param resumedAt absent while it stands
 */
record StopEntry(
        long epoch,
        Instant stoppedAt,
        String stoppedBy,
        String reason,
        @Nullable Instant resumedAt) {

    boolean stands() {
        return resumedAt == null;
    }
}
