package dev.wakeful.autodev.swarm;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All swarms this service ever heard of. */
@Repository
public class Swarms {

    private static final String REQUESTED = "swarm.requested.v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    public Swarms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The swarm, once it was asked for and paid for; nothing before, and nothing when its money was denied. */
    public Optional<Swarm> find(SwarmId id) {
        return jdbc.sql("""
                select request, step, lineage, cause, epoch, traceparent, ready_at, started_at, stop_reason from swarm
                where id = :id and step is not null
                """).param("id", id.value()).query(Swarms::read).optional();
    }

    private static Swarm read(ResultSet row, int index) throws SQLException {
        String cause = row.getString("cause");
        Timestamp startedAt = row.getTimestamp("started_at");
        return new Swarm(
                (SwarmRequested)
                        EventJson.decode(REQUESTED, row.getString("request").getBytes(StandardCharsets.UTF_8)),
                JSON.readValue(row.getString("step"), Step.class),
                new Provenance(new LineageId(row.getString("lineage")), cause == null ? null : new EventId(cause)),
                row.getLong("epoch"),
                row.getString("traceparent"),
                row.getTimestamp("ready_at").toInstant(),
                startedAt == null ? null : startedAt.toInstant(),
                row.getString("stop_reason"));
    }

    /** Why the swarm is to end before it is done, if it is. */
    Optional<String> stopReason(SwarmId id) {
        return jdbc.sql("select stop_reason from swarm where id = :id and stop_reason is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** The first process runs, and cuts the workspace. */
    void started(SwarmId id, Instant at) {
        jdbc.sql("""
                update swarm set started_at = coalesce(started_at, :at), workspace = 'CUT', workspace_since = :at
                where id = :id
                """).param("id", id.value()).param("at", Timestamp.from(at)).update();
    }

    /** The step before is finished and this one is next. An end is final. */
    void standAt(SwarmId id, Step step) {
        String json = JSON.writeValueAsString(step);
        jdbc.sql("""
                update swarm
                set step = cast(:step as jsonb), state = cast(:step as jsonb) ->> 'step', tries = 0,
                    ended_at = :endedAt
                where id = :id and ended_at is null
                """)
                .param("id", id.value())
                .param("step", json)
                .param("endedAt", step.isEnd() ? Timestamp.from(clock.instant()) : null)
                .update();
    }

    /** Swarms that have run something and have not ended. */
    public List<SwarmId> unfinished() {
        return jdbc
                .sql("select id from swarm where started_at is not null and ended_at is null order by id")
                .query(String.class)
                .list()
                .stream()
                .map(SwarmId::new)
                .toList();
    }

    /** Counts an unexpected failure of the step in hand and tells how many there were (LIM-4). */
    public int countTry(SwarmId id) {
        return jdbc.sql("update swarm set tries = tries + 1 where id = :id returning tries")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
