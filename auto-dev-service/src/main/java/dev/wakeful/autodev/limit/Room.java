package dev.wakeful.autodev.limit;

import dev.wakeful.events.ModeEvent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets swarms go to work as the limits and the mode allow, counted over all instances by their leases. Must be called inside the
 * transaction that takes the lease: until it ends nobody else counts, so the hard limits are exact.
 */
@Component
public class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private final JdbcClient jdbc;
    private final LimitProperties limits;
    private final Disk disk;
    private final Clock clock;

    Room(JdbcClient jdbc, LimitProperties limits, Disk disk, Clock clock) {
        this.disk = disk;
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param lease the name of the lease that would be taken
     * @param begun the swarm has been at work before
     */
    public boolean isThereFor(String lease, boolean begun) {
        if (!begun && !disk.hasRoom()) {
            return false;
        }
        Instant now = clock.instant();
        AtWork atWork = atWork(lease, now);
        Entry entry = Entry.of(atWork, begun, limits, now);
        if (entry == Entry.SLOWLY) {
            LOG.warn(
                    "{} swarms are at work, the soft limit is {}: one more is let in each {} (LIM-2)",
                    atWork.swarms(),
                    limits.softSwarms(),
                    limits.softPause());
            jdbc.sql("update stance set claimed_at = :now")
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return entry.isOpen();
    }

    private AtWork atWork(String lease, Instant now) {
        return jdbc.sql("select swarms, allowed_swarms, allowed_agents, claimed_at from at_work(:lease, :now)")
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new AtWork(
                        row.getLong("swarms"),
                        row.getInt("allowed_swarms"),
                        row.getInt("allowed_agents"),
                        Optional.ofNullable(row.getTimestamp("claimed_at")).map(Timestamp::toInstant)))
                .single();
    }

    /** Another mode is in force; what is at work goes on, and new swarms keep to it. */
    public void take(ModeEvent.Changed changed) {
        ModeEvent.Stance stance = changed.stance();
        if (stance != null) {
            jdbc.sql("update stance set mode = :mode, swarms = :swarms, agents = :agents")
                    .param("mode", changed.mode().name())
                    .param("swarms", Math.max(1, stance.swarms()))
                    .param("agents", Math.max(1, stance.agents()))
                    .update();
        }
    }
}
