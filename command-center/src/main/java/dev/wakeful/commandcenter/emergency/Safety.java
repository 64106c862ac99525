package dev.wakeful.commandcenter.emergency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system is stopped, and how quiet it is (STOP-4).
 *
 * @param last the stop that stands, or the last one there was
 * @param fileThere the file STOP has to be removed before anybody can resume
 */
public record Safety(
        boolean stopped, boolean fileThere, @Nullable LastStop last) {

    /**
     * A stop.
     *
     * @param quietMillis from when it was asked for until the last instance so far was quiet
     * @param lastEffectMillis from when it was asked for until the last effect left; absent when none left any more
     * @param waitingFor instances that have not said yet that they are quiet
     */
    public record LastStop(
            long epoch,
            Instant since,
            String by,
            String reason,
            @Nullable Instant resumedAt,
            @Nullable Long quietMillis,
            @Nullable Long lastEffectMillis,
            int processes,
            List<Quiet> quiet,
            List<String> waitingFor) {}

    /** One instance that is quiet. */
    public record Quiet(String service, String instance, long millis, int processes) {}
}
