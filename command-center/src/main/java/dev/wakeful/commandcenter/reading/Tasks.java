package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks, newest word first. */
@Component
public class Tasks {

    private static final String SELECT = """
            select t.id, coalesce(t.title, t.id) as title, t.repository, t.state, t.tier, t.priority, s.attempt, s.step,
                s.message, t.until, c.url as pull_request_url, money.spent, t.created_at,
                greatest(t.updated_at, s.updated_at, c.proposed_at, c.refused_at) as updated_at, t.trace_id,
                s.culprit_revision, s.culprit_subject
            from task t
            left join change c on c.task = t.id
            left join lateral (
                select a.attempt, a.step, a.message, a.updated_at, a.culprit_revision, a.culprit_subject
                from swarm a where a.task = t.id order by a.attempt desc nulls last, a.id desc limit 1) s on true
            cross join lateral (
                select coalesce(sum(a.spent_micros), 0) as spent from swarm a where a.task = t.id) money
            """;

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest tasks; {@code base} is the dashboard's address as the caller knows it. */
    public List<TaskItem> newest(int limit, String base) {
        return jdbc.sql(SELECT + " order by t.updated_at desc, t.id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> item(row, base))
                .list();
    }

    public Optional<TaskItem> find(String id, String base) {
        return jdbc.sql(SELECT + " where t.id = :id")
                .param("id", id)
                .query((row, number) -> item(row, base))
                .optional();
    }

    private static TaskItem item(ResultSet row, String base) throws SQLException {
        Columns columns = new Columns(row);
        TaskHead head = new TaskHead(
                columns.text("id"),
                columns.text("title"),
                columns.optionalText("repository"),
                columns.text("state"),
                columns.optionalInteger("tier"),
                columns.optionalInteger("priority"),
                columns.optionalInteger("attempt"),
                columns.optionalText("step"),
                columns.optionalText("message"),
                columns.optionalInstant("until"),
                columns.optionalText("pull_request_url"),
                row.getLong("spent"),
                columns.instant("created_at"),
                columns.instant("updated_at"),
                columns.optionalText("trace_id"),
                base + "/tasks/" + columns.text("id"));
        return new TaskItem(head, columns.optionalText("culprit_revision"), columns.optionalText("culprit_subject"));
    }
}
