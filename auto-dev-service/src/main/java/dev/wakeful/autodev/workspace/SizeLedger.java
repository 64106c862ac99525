package dev.wakeful.autodev.workspace;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of the disk belongs to which swarm, and how long. */
@Repository
class SizeLedger {

    private static final String SELECT = """
            select id, request ->> 'task' as task, request -> 'repository' ->> 'name' as repository, workspace,
                workspace_bytes, workspace_files, artefact_bytes, coalesce(workspace_since, started_at) as since,
                coalesce(workspace_reason, '') as reason, workspace_until, lineage, cause,
                ended_at is null or exists
                    (select 1 from lease l where l.name = 'swarm ' || swarm.id and l.expires_at > :now) as live
            from swarm where workspace in ('CUT', 'KEPT', 'MARKED') and step is not null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SizeLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that may be on the disk, the oldest first. */
    List<Held> all() {
        return select(" order by since, id").query(SizeLedger::read).list();
    }

    /** The swarm's workspace, if it may be on the disk; nobody else changes it until the transaction ends. */
    Optional<Held> lock(SwarmId swarm) {
        return select(" and id = :id for update")
                .param("id", swarm.value())
                .query(SizeLedger::read)
                .optional();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest).param("now", Timestamp.from(clock.instant()));
    }

    private static Held read(ResultSet row, int index) throws SQLException {
        String cause = row.getString("cause");
        Timestamp until = row.getTimestamp("workspace_until");
        return new Held(
                new SwarmId(row.getString("id")),
                new TaskId(row.getString("task")),
                new RepositoryName(row.getString("repository")),
                WorkspaceState.valueOf(row.getString("workspace")),
                row.getBoolean("live"),
                new Size(row.getLong("workspace_bytes"), row.getLong("workspace_files")),
                row.getLong("artefact_bytes"),
                row.getTimestamp("since").toInstant(),
                row.getString("reason"),
                until == null ? null : until.toInstant(),
                new Provenance(new LineageId(row.getString("lineage")), cause == null ? null : new EventId(cause)));
    }

    void write(Held held) {
        Instant until = held.until();
        jdbc.sql("""
                update swarm
                set workspace = :state, workspace_bytes = :bytes, workspace_files = :files, artefact_bytes = :artefacts,
                    workspace_reason = :reason, workspace_until = :until
                where id = :id
                """)
                .param("id", held.swarm().value())
                .param("state", held.state().name())
                .param("bytes", held.size().bytes())
                .param("files", held.size().files())
                .param("artefacts", held.artefactBytes())
                .param("reason", held.reason())
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    /** What the database knows of a swarm by this name. */
    Known known(String name) {
        return jdbc.sql("""
                select ended_at, workspace, exists
                    (select 1 from lease l where l.name = 'swarm ' || swarm.id and l.expires_at > :now) as held
                from swarm where id = :id
                """)
                .param("id", name)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> known(row))
                .optional()
                .orElseGet(Known.Nothing::new);
    }

    private static Known known(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        String workspace = row.getString("workspace");
        if (endedAt == null || row.getBoolean("held")) {
            return new Known.Live();
        }
        boolean gone = workspace.equals("NONE") || workspace.equals("REMOVED");
        return new Known.Ended(endedAt.toInstant(), gone);
    }

    /** The artefacts' files are gone. */
    void artefactsRemoved(String swarm) {
        jdbc.sql(
                        "update swarm set artefact_bytes = 0, losers_removed_at = coalesce(losers_removed_at, :now) where id = :id")
                .param("id", swarm)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What is known of the swarm that a directory is named after. */
    sealed interface Known {

        /** The database has never heard of it, or has forgotten it. */
        record Nothing() implements Known {}

        /** It has not ended, or somebody holds its lease. */
        record Live() implements Known {}

        /** @param gone as far as the database knows, its workspace is not on the disk */
        record Ended(Instant at, boolean gone) implements Known {}
    }
}
