package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.limit.NoRoom;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proposals, one a swarm. */
@Repository
class Proposals {

    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Tracing tracing, Clock clock) {
        this.jdbc = jdbc;
        this.tracing = tracing;
        this.clock = clock;
    }

    /** Adds it within the trace at hand; false when the swarm's proposal is here already. */
    boolean add(ChangeId change, SwarmEvent.Completed completed, long epoch, Provenance provenance) {
        return jdbc.sql("""
                insert into proposal
                    (swarm, task, change, repository, completed, epoch, lineage, cause, traceparent, state, created_at)
                values (:swarm, :task, :change, :repository, :completed, :epoch, :lineage, :cause, :traceparent, 'PENDING', :now)
                on conflict (swarm) do nothing
                """)
                        .param("swarm", completed.swarm().value())
                        .param("task", completed.task().value())
                        .param("change", change.value())
                        .param("repository", completed.repository().value())
                        .param("completed", new String(EventJson.encode(completed), StandardCharsets.UTF_8))
                        .param("epoch", epoch)
                        .param("lineage", provenance.lineage().value())
                        .param("cause", cause(provenance))
                        .param("traceparent", tracing.traceparent())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static String cause(Provenance provenance) {
        return Objects.requireNonNull(provenance.cause(), "A proposal is caused by an event")
                .value();
    }

    /** The swarm's proposal while nothing has become of it yet. */
    Optional<Proposal> pending(SwarmId swarm) {
        return jdbc.sql("""
                select change, completed, epoch, lineage, cause, traceparent, attempts
                from proposal where swarm = :swarm and state = 'PENDING'
                """)
                .param("swarm", swarm.value())
                .query((row, n) -> read(row))
                .optional();
    }

    private static Proposal read(ResultSet row) throws SQLException {
        return new Proposal(
                new ChangeId(row.getString("change")),
                (SwarmEvent.Completed) EventJson.decode(
                        EventTypes.nameOf(SwarmEvent.Completed.class),
                        row.getString("completed").getBytes(StandardCharsets.UTF_8)),
                row.getLong("epoch"),
                new LineageId(row.getString("lineage")),
                new EventId(row.getString("cause")),
                row.getString("traceparent"),
                row.getInt("attempts"));
    }

    /** False when something has become of it before. */
    boolean proposed(SwarmId swarm, String pullRequest) {
        return jdbc.sql("""
                update proposal set state = 'PROPOSED', waits_for = null, waits_until = null, pull_request = :pullRequest, finished_at = :now
                where swarm = :swarm and state = 'PENDING'
                """)
                        .param("swarm", swarm.value())
                        .param("pullRequest", pullRequest)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** False when something has become of it before. */
    boolean refused(SwarmId swarm, String reason) {
        return jdbc.sql("""
                update proposal set state = 'REFUSED', waits_for = null, waits_until = null, reason = :reason, finished_at = :now
                where swarm = :swarm and state = 'PENDING'
                """)
                        .param("swarm", swarm.value())
                        .param("reason", reason)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** It waits for a limit; false when it waited for that already. */
    boolean waitsFor(SwarmId swarm, NoRoom full) {
        return jdbc.sql("""
                update proposal set waits_for = :limit, waits_until = :until
                from (select waits_for as before from proposal where swarm = :swarm) earlier
                where swarm = :swarm returning earlier.before is distinct from :limit
                """)
                .param("limit", full.getMessage())
                .param("until", Timestamp.from(full.until()))
                .param("swarm", swarm.value())
                .query(Boolean.class)
                .single();
    }

    void triedInVain(SwarmId swarm) {
        jdbc.sql("update proposal set attempts = attempts + 1 where swarm = :swarm")
                .param("swarm", swarm.value())
                .update();
    }
}
