package dev.wakeful.autodev.process;

import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The commands each swarm has run, written down while they run, so that a crash neither leaves one behind nor forgets its cost. */
@Repository
public class ProcessRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ProcessRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a command is run for. */
    public enum Kind {
        CHECK,
        FIX,
        STEP,
        AGENT
    }

    /** The number of the swarm's next command, from 1; given out once, also to strategies that race. */
    public int next(SwarmId swarm) {
        return jdbc.sql("update swarm set commands = commands + 1 where id = :swarm returning commands")
                .param("swarm", swarm.value())
                .query(Integer.class)
                .single();
    }

    public void started(
            SwarmId swarm, int n, Kind kind, Revision revision, Process process, Instant at, Duration limit) {
        jdbc.sql("""
                insert into swarm_process (swarm, n, kind, revision, pid, pid_started_at, started_at, longest_ms)
                values (:swarm, :n, :kind, :revision, :pid, :pidStartedAt, :at, :longest)
                """)
                .param("swarm", swarm.value())
                .param("n", n)
                .param("kind", kind.name())
                .param("revision", revision.value())
                .param("pid", process.pid())
                .param(
                        "pidStartedAt",
                        process.info().startInstant().map(Timestamp::from).orElse(null))
                .param("at", Timestamp.from(at))
                .param("longest", limit.toMillis())
                .update();
    }

    public void ended(SwarmId swarm, int n, Ended ended) {
        jdbc.sql("update swarm_process set ended_at = :at where swarm = :swarm and n = :n")
                .param("swarm", swarm.value())
                .param("n", n)
                .param("at", Timestamp.from(ended.startedAt().plus(ended.duration())))
                .update();
    }

    /**
     * Ends whatever a crash left running for the swarm. Nobody saw those processes end, so they count until now, at most as long as they
     * were allowed to run (BUD-6: what is not known counts at its worst).
     */
    public void endLeftovers(SwarmId swarm) {
        Family family = Family.of(swarm);
        jdbc
                .sql("select pid, pid_started_at from swarm_process where swarm = :swarm and ended_at is null")
                .param("swarm", swarm.value())
                .query((row, index) -> new Left(row.getLong("pid"), row.getTimestamp("pid_started_at")))
                .list()
                .stream()
                .filter(Left::isOurs)
                .forEach(left -> family.killGroup(left.pid()));
        family.killMarked();
        jdbc.sql("""
                update swarm_process
                set ended_at = least(cast(:now as timestamptz), started_at + longest_ms * interval '1 millisecond')
                where swarm = :swarm and ended_at is null
                """)
                .param("swarm", swarm.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** All machine time the swarm has used so far. */
    public SwarmEvent.Usage usage(SwarmId swarm) {
        return jdbc.sql("""
                select count(*) as processes,
                       coalesce(sum(extract(epoch from coalesce(ended_at, :now) - started_at)), 0) as seconds
                from swarm_process where swarm = :swarm
                """)
                .param("swarm", swarm.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new SwarmEvent.Usage(
                        Duration.ofMillis(
                                row.getBigDecimal("seconds").movePointRight(3).longValue()),
                        row.getInt("processes")))
                .single();
    }

    private record Left(long pid, @Nullable Timestamp startedAt) {

        /**
         * The leader of the group may be gone and its children not; a pid that started at another time is somebody else's. The operating
         * system derives start times from the time of boot, which it may correct by a second.
         */
        boolean isOurs() {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(start -> startedAt != null
                            && Duration.between(start, startedAt.toInstant())
                                            .abs()
                                            .toSeconds()
                                    <= 1)
                    .orElse(true);
        }
    }
}
