package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.TaskDetail.DecisionMade;
import dev.wakeful.commandcenter.reading.TaskDetail.Finding;
import dev.wakeful.events.Decision;
import dev.wakeful.events.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Why a task exists and why it went the way it did. */
final class Reasons {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DecisionMade> decisions(String task) {
        return jdbc.sql("""
                select occurred_at, payload -> 'decision' as decision from event
                where task = :task and (type like 'task.%' or type = 'mode.decided.v1') and payload -> 'decision' is not null
                order by occurred_at, type, id
                """)
                .param("task", task)
                .query((row, number) -> decision(row))
                .list();
    }

    /** About no single task, the newest first. */
    List<DecisionMade> decisionsOfInstallation(int limit) {
        return jdbc.sql("""
                select occurred_at, payload -> 'decision' as decision from event
                where task is null and type = 'mode.decided.v1' order by n desc limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> decision(row))
                .list();
    }

    private static DecisionMade decision(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Decision decision = JSON.readValue(columns.text("decision"), Decision.class);
        return new DecisionMade(
                columns.instant("occurred_at"),
                decision.rule(),
                decision.outcome(),
                decision.inputs(),
                decision.refused());
    }

    Optional<Finding> finding(String task) {
        return jdbc.sql("""
                select f.id, f.job, f.step, f.revision, f.branch, f.classification, f.reason, f.failure, f.last_good, f.reports,
                    f.failed_at, f.resolved_at, f.resolution
                from task t join finding f on f.id = t.finding where t.id = :task
                """)
                .param("task", task)
                .query((row, number) -> finding(row))
                .optional();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        @Nullable Failure failure = failure(columns.optionalText("failure"));
        return new Finding(
                columns.text("id"),
                columns.optionalText("job"),
                columns.optionalText("step"),
                columns.optionalText("revision"),
                columns.optionalText("branch"),
                columns.optionalText("classification"),
                columns.optionalText("reason"),
                failure == null ? null : failure.kind().name(),
                failure == null ? null : failure.test(),
                failure == null ? null : failure.error(),
                failure == null ? List.of() : failure.excerpt(),
                columns.optionalText("last_good"),
                row.getInt("reports"),
                columns.optionalInstant("failed_at"),
                columns.optionalInstant("resolved_at"),
                columns.optionalText("resolution"));
    }

    private static @Nullable Failure failure(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Failure.class);
    }
}
