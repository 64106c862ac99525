package dev.wakeful.planner.backlog;

import dev.wakeful.events.EventJson;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.dispatch.StopCause;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All tasks. What is read here stays locked until the transaction ends, so moves of one task follow each other. */
@Component
class Tasks {

    private static final String COLUMNS = """
            select id, taken_for, tier, priority, cap_micros, state, swarm, attempt, denials, due_at, change, change_url, raised,
                waits_for, approval, quote_micros, risk, emergency, stop_cause, lineage, cause, traceparent
            from task
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds the task, or does nothing and says false when its finding has one already (TRG-16). */
    boolean add(Task task) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                insert into task (id, finding, repository, taken_for, tier, priority, cap_micros, state, swarm, attempt, denials,
                    due_at, change, change_url, waits_for, approval, quote_micros, risk, branch, area, raised, lineage,
                    cause, traceparent, created_at, updated_at)
                values (:id, :finding, :repository, :takenFor, :tier, :priority, :cap, :state, :swarm, :attempt, :denials,
                    :dueAt, :change, :changeUrl, :waitsFor, :approval, :quoteMicros, :risk, :branch, :area, :raised::json,
                    :lineage, :cause, :traceparent, :now, :now)
                on conflict (finding) do nothing
                """)
                        .params(TaskRow.columns(task.state()))
                        .param("id", task.id().value())
                        .param("finding", task.finding().finding().value())
                        .param("repository", task.finding().repository().value())
                        .param("branch", task.finding().branch())
                        .param("area", task.area())
                        .param("takenFor", task.takenFor().name())
                        .param("tier", task.terms().tier())
                        .param("priority", task.terms().priority())
                        .param("cap", task.terms().cap().micros())
                        .param("raised", new String(EventJson.encode(task.finding()), StandardCharsets.UTF_8))
                        .param("lineage", task.origin().lineage().value())
                        .param(
                                "cause",
                                task.origin().cause() == null
                                        ? null
                                        : task.origin().cause().value())
                        .param("traceparent", task.origin().traceparent())
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<Task> find(TaskId id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id.value())
                .query(TaskRow::read)
                .optional();
    }

    Optional<Task> of(FindingId finding) {
        return jdbc.sql(COLUMNS + "where finding = :finding for update")
                .param("finding", finding.value())
                .query(TaskRow::read)
                .optional();
    }

    Optional<Task> servedBy(SwarmId swarm) {
        return jdbc.sql(COLUMNS + "where swarm = :swarm for update")
                .param("swarm", swarm.value())
                .query(TaskRow::read)
                .optional();
    }

    /** The tasks of a repository that have not started. */
    List<Task> waitingFor(RepositoryName repository) {
        return jdbc.sql(COLUMNS + """
                where repository = :repository and state in ('PLANNED', 'POSTPONED') order by priority, id for update
                """)
                .param("repository", repository.value())
                .query(TaskRow::read)
                .list();
    }

    void save(TaskId id, TaskState state) {
        jdbc.sql("""
                update task set state = :state, swarm = :swarm, attempt = :attempt, denials = :denials, due_at = :dueAt,
                    change = :change, change_url = :changeUrl, waits_for = :waitsFor, approval = :approval,
                    quote_micros = :quoteMicros, risk = :risk, emergency = :emergency, stop_cause = :stopCause, updated_at = :now,
                    progress_at = case when :state = 'RUNNING' then :now else progress_at end,
                    silent = silent and :state <> 'RUNNING',
                    offered_at = case when :state = 'PROPOSED' then :now else offered_at end
                where id = :id
                """)
                .params(TaskRow.columns(state))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /**
     * Tasks that wait for something of the installation as a whole, most urgent first; at most so many.
     */
    List<TaskId> waitingForInstallation(int most) {
        return jdbc.sql("""
                select id from task where state = 'POSTPONED' and waits_for in ('ROOM', 'MODE', 'CONTEXT', 'RESUME')
                order by priority, id limit :most
                """).param("most", most).query(String.class).list().stream()
                .map(TaskId::new)
                .toList();
    }

    /** The tasks whose swarm is at work and was not told to stop. */
    List<TaskId> atWork() {
        return jdbc
                .sql("select id from task where state = 'RUNNING' and stop_cause is null order by id")
                .query(String.class)
                .list()
                .stream()
                .map(TaskId::new)
                .toList();
    }

    /** The swarm of the task is told to stop; that it was is no sign of life of it. */
    void saveStopping(TaskId id, StopCause cause) {
        jdbc.sql("update task set stop_cause = :cause, updated_at = :now where id = :id and state = 'RUNNING'")
                .param("cause", cause.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** The most urgent task that waits for another swarm to end, unless somebody is at it already. */
    Optional<Task> nextForRoom() {
        return jdbc.sql(COLUMNS + """
                where state = 'POSTPONED' and waits_for = 'ROOM' order by priority, id limit 1 for update skip locked
                """).query(TaskRow::read).optional();
    }

    /** Its swarm was heard of. */
    void saveProgress(SwarmId swarm) {
        jdbc.sql("update task set progress_at = :now, silent = false where swarm = :swarm and state = 'RUNNING'")
                .param("now", Timestamp.from(clock.instant()))
                .param("swarm", swarm.value())
                .update();
    }

    void saveTakenFor(TaskId id, Failure.Classification classification) {
        jdbc.sql("update task set taken_for = :classification where id = :id")
                .param("classification", classification.name())
                .param("id", id.value())
                .update();
    }

    /** Remembers how often the failure was reported; a lower number is late word. */
    void saveReports(FindingId finding, int reports) {
        jdbc.sql("update task set reports = greatest(reports, :reports) where finding = :finding")
                .param("reports", reports)
                .param("finding", finding.value())
                .update();
    }
}
