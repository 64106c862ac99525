package dev.wakeful.autodev.workspace;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks that were closed, and which of their swarms still have candidates that did not win. */
@Repository
class ClosedTasks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClosedTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first word counts. Must be called inside a transaction. */
    void close(TaskId task) {
        jdbc.sql("insert into closed_task (task, closed_at) values (:task, :now) on conflict do nothing")
                .param("task", task.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Swarms of closed tasks that have ended, and that nobody holds any more, with losers that are not yet removed. */
    List<Due> due(Optional<TaskId> only) {
        return jdbc.sql("""
                select s.id, s.request ->> 'task' as task, s.request -> 'repository' ->> 'name' as repository, s.lineage, s.cause,
                    case when s.state = 'COMPLETED'
                        then replace(lower(s.step -> 'candidate' ->> 'strategy'), '_', '-') end as winner
                from closed_task c join swarm s on s.request ->> 'task' = c.task
                where s.losers_removed_at is null and s.ended_at is not null and s.step is not null
                    and (:task = '' or c.task = :task)
                    and not exists (select 1 from lease l where l.name = 'swarm ' || s.id and l.expires_at > :now)
                order by s.ended_at, s.id
                """)
                .param("task", only.map(TaskId::value).orElse(""))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new Due(
                new SwarmId(row.getString("id")),
                new TaskId(row.getString("task")),
                new RepositoryName(row.getString("repository")),
                Optional.ofNullable(row.getString("winner")),
                new Provenance(new LineageId(row.getString("lineage")), cause == null ? null : new EventId(cause)));
    }

    /** @return false when somebody else wrote it down before */
    boolean removed(SwarmId swarm, long artefactBytes) {
        return jdbc.sql("""
                update swarm set losers_removed_at = :now, artefact_bytes = :bytes
                where id = :id and losers_removed_at is null
                """)
                        .param("id", swarm.value())
                        .param("bytes", artefactBytes)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * A swarm whose losers may go.
     *
     * @param winner the strategy whose candidate was offered, if one was
     */
    record Due(SwarmId swarm, TaskId task, RepositoryName repository, Optional<String> winner, Provenance provenance) {

        WorkspaceChanged said(int losers, long artefactBytes) {
            return new WorkspaceChanged(
                    swarm,
                    task,
                    repository,
                    WorkspaceState.REMOVED,
                    0,
                    0,
                    artefactBytes,
                    "Its task was closed: " + (losers == 1 ? "a candidate" : losers + " candidates")
                            + " that did not win went.",
                    null);
        }
    }
}
