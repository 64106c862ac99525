package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions to people; one whose time is over does not wait any more, whether or not anybody said so yet. */
@Component
public class Approvals {

    private static final String SELECT = """
            select * from (
                select q.id, q.task, q.title, q.repository, q.tier, q.rule, q.what, q.quote_micros, q.risk, q.asked_at, q.expires_at,
                    case when q.state = 'WAITING' and q.expires_at <= :now then 'EXPIRED' else q.state end as state,
                    q.answered_by, q.reason, q.answered_at, q.swarm, q.agent, q.call,
                    e.typical_micros, e.expected90_micros, e.expected_time_ms, e.expected90_time_ms, e.expected_basis
                from question q left join lateral (
                    select s.typical_micros, s.expected90_micros, s.expected_time_ms, s.expected90_time_ms, s.expected_basis
                    from task t join finding f on f.id = t.finding
                    join swarm s on s.repository = f.repository and s.expected_basis is not null
                    join task other on other.id = s.task
                    join finding like_it on like_it.id = other.finding
                        and like_it.failure ->> 'kind' = f.failure ->> 'kind'
                    where t.id = q.task and q.swarm is null
                    order by s.requested_at desc nulls last, s.id desc limit 1) e on true) asked
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Approvals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait for an answer, the next to expire first. */
    public List<Approval> waiting(String base) {
        return asked(" where state = 'WAITING' order by expires_at, id limit 200")
                .query((row, number) -> approval(row, base))
                .list();
    }

    /** All, those that wait first, then the newest. */
    public List<Approval> newest(int limit, String base) {
        return asked(" order by state <> 'WAITING', asked_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> approval(row, base))
                .list();
    }

    public Optional<Approval> find(String id, String base) {
        return asked(" where id = :id")
                .param("id", id)
                .query((row, number) -> approval(row, base))
                .optional();
    }

    /** The questions about a task, the newest first. */
    public List<Approval> ofTask(String task, String base) {
        return asked(" where task = :task order by asked_at desc, id desc")
                .param("task", task)
                .query((row, number) -> approval(row, base))
                .list();
    }

    public long countWaiting() {
        return jdbc.sql("select count(*) from question where state = 'WAITING' and expires_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String rest) {
        return jdbc.sql(SELECT + rest).param("now", Timestamp.from(clock.instant()));
    }

    private static Approval.@Nullable Expected expected(ResultSet row, Columns columns) throws SQLException {
        @Nullable String basis = columns.optionalText("expected_basis");
        return basis == null
                ? null
                : new Approval.Expected(
                        row.getLong("typical_micros"),
                        row.getLong("expected90_micros"),
                        row.getLong("expected_time_ms"),
                        row.getLong("expected90_time_ms"),
                        basis);
    }

    private static Approval approval(ResultSet row, String base) throws SQLException {
        Columns columns = new Columns(row);
        String task = columns.text("task");
        return new Approval(
                columns.text("id"),
                task,
                columns.text("title"),
                columns.text("repository"),
                row.getInt("tier"),
                columns.text("rule"),
                columns.text("what"),
                row.getLong("quote_micros"),
                columns.text("risk"),
                columns.instant("asked_at"),
                columns.instant("expires_at"),
                columns.text("state"),
                columns.optionalText("answered_by"),
                columns.optionalText("reason"),
                columns.optionalInstant("answered_at"),
                columns.optionalText("swarm"),
                columns.optionalText("agent"),
                columns.optionalText("call"),
                expected(row, columns),
                base + "/tasks/" + task + "#question");
    }
}
