package dev.wakeful.commandcenter.emergency;

import dev.wakeful.commandcenter.stream.Bell;
import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import dev.wakeful.events.HealthEvent.Quieted;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.Stop;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says stop and resume to all services (STOP-1…3). The numbers of epochs are given out here and nowhere else, each in one transaction with the
 * event that tells it.
 */
@Component
public class EmergencyStop {

    private static final int REASON = 500;

    private final StopEntries entries;
    private final SafeMode safeMode;
    private final Outbox outbox;
    private final Clock clock;
    private final Bell bell;

    EmergencyStop(StopEntries entries, SafeMode safeMode, Outbox outbox, Clock clock, Bell bell) {
        this.entries = entries;
        this.safeMode = safeMode;
        this.outbox = outbox;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Stops everything.
     *
     * @return the epoch of the stop
     * @throws StopRefused when the system is stopped already
     */
    @Transactional
    public long stop(String by, String reason) {
        Instant askedAt = clock.instant();
        long last = entries.lockEpoch();
        entries.latest().filter(StopEntry::stands).ifPresent(standing -> {
            throw new StopRefused("The system is stopped already, since " + standing.stoppedAt() + " by "
                    + standing.stoppedBy() + ": " + standing.reason());
        });
        return say(new Stopped(last + 1, askedAt, by, line(reason)), null);
    }

    /** A rule stops everything, once for each cause; nothing happens while the system is stopped already. Inside a transaction. */
    void trip(Trip trip) {
        long last = entries.lockEpoch();
        boolean standing = entries.latest().filter(StopEntry::stands).isPresent();
        if (!standing && !entries.knowsCause(trip.cause())) {
            say(new Stopped(last + 1, clock.instant(), "STOP-2", line(trip.reason())), trip.cause());
        }
    }

    /** The file was seen here: said to all with the epoch this service took for it. */
    @Transactional
    public void sayForFile(Stop stop) {
        entries.lockEpoch();
        if (entries.latest().map(StopEntry::epoch).orElse(0L) < stop.epoch()) {
            say(new Stopped(stop.epoch(), stop.since(), stop.by(), line(stop.reason())), null);
        }
    }

    /** An instance is quiet. After a stop nobody here has said, it has seen a file that this service has not. Inside a transaction. */
    void quieted(Quieted quieted) {
        if (entries.lockEpoch() < quieted.epoch()) {
            say(new Stopped(quieted.epoch(), quieted.toldAt(), Stop.FILE, "Seen by " + quieted.instance()), null);
        }
        entries.quieted(quieted);
    }

    private long say(Stopped stopped, @Nullable String cause) {
        if (entries.add(stopped, cause)) {
            outbox.append(stopped);
            bell.ringAfterCommit();
        }
        return stopped.epoch();
    }

    /**
     * Ends the stop that stands.
     *
     * @return its epoch
     * @throws StopRefused when the system is not stopped, or the file is still there
     * @throws ReasonMissing when no reason is given
     */
    @Transactional
    public long resume(String by, String reason) {
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        entries.lockEpoch();
        StopEntry standing = entries.latest()
                .filter(StopEntry::stands)
                .orElseThrow(() -> new StopRefused("The system is not stopped, so there is nothing to resume."));
        if (safeMode.isFileThere()) {
            throw new StopRefused("The file STOP is still there; remove it first, then resume.");
        }
        Resumed resumed = new Resumed(standing.epoch(), by, line(reason));
        entries.resumed(resumed, clock.instant());
        outbox.append(resumed);
        bell.ringAfterCommit();
        return standing.epoch();
    }

    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String said = line.isEmpty() ? "No reason was given" : line;
        return said.length() <= REASON ? said : said.substring(0, REASON);
    }
}
