package dev.wakeful.autodev.limit;

import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets swarms and their agents go to work as the limits and the mode allow, counted over all instances by their leases. Must be called inside the
 * transaction that takes the lease: until it ends nobody else counts, so the hard limits are exact.
 */
@Component
public class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private final JdbcClient jdbc;
    private final LimitProperties limits;
    private final Disk disk;
    private final Machine machine;
    private final Clock clock;

    Room(JdbcClient jdbc, LimitProperties limits, Disk disk, Machine machine, Clock clock) {
        this.disk = disk;
        this.machine = machine;
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
        if (!begun && !machine.hasRoom(atWork.swarms())) {
            return false;
        }
        Entry entry = Entry.of(atWork, begun, limits, now);
        if (entry == Entry.SLOWLY) {
            LOG.warn(
                    "{} swarms are at work, the soft limit is {}: one more is let in each {} (LIM-2)",
                    atWork.swarms(),
                    limits.softSwarms(),
                    limits.softPause());
            letIn(now);
        }
        return entry.isOpen();
    }

    /**
     * Lets one more agent of a swarm go to work, if there is room for it; a swarm's first one always has. Inside a transaction.
     *
     * @param n the number of its run among the swarm's commands
     */
    public boolean letAgentIn(SwarmId swarm, int n) {
        Instant now = clock.instant();
        AtWork others = atWork("swarm " + swarm.value(), now);
        long own = jdbc.sql("select count(*) from agent_at_work where swarm = :swarm")
                .param("swarm", swarm.value())
                .query(Long.class)
                .single();
        if (own > 0 && !machine.hasRoom(own)) {
            return false;
        }
        Entry entry = Entry.ofAgent(others, own, limits, now);
        if (entry == Entry.SLOWLY) {
            LOG.warn(
                    "{} agents are at work, the soft limit is {}: one more is let in each {} (LIM-2)",
                    others.agents() + own,
                    limits.softAgents(),
                    limits.softPause());
            letIn(now);
        }
        if (entry.isOpen()) {
            jdbc.sql("insert into agent_at_work (swarm, n) values (:swarm, :n)")
                    .param("swarm", swarm.value())
                    .param("n", n)
                    .update();
        }
        return entry.isOpen();
    }

    private void letIn(Instant now) {
        jdbc.sql("update stance set claimed_at = :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The agent's run is over. Inside a transaction. */
    public void agentLeft(SwarmId swarm, int n) {
        jdbc.sql("delete from agent_at_work where swarm = :swarm and n = :n")
                .param("swarm", swarm.value())
                .param("n", n)
                .update();
    }

    /** Whoever takes a swarm up finds no agent at work for it. Inside the transaction that takes the lease. */
    public void noAgentOf(SwarmId swarm) {
        jdbc.sql("delete from agent_at_work where swarm = :swarm")
                .param("swarm", swarm.value())
                .update();
    }

    /**
     * How many agents' processes run on all instances, by what is written down of the processes themselves and not by whom this class let in
     * (STOP-2). Inside the transaction that writes the newest of them down.
     */
    public int runningAgents() {
        return jdbc.sql("select running_agents(:now)")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private AtWork atWork(String lease, Instant now) {
        return jdbc.sql("select swarms, agents, allowed_swarms, allowed_agents, claimed_at from at_work(:lease, :now)")
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new AtWork(
                        row.getLong("swarms"),
                        row.getLong("agents"),
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
