package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions to people; one whose time is over does not wait any more, whether or not anybody said so yet. */
@Component
public class Approvals {

    private static final String SELECT = """
            select * from (
                select q.id, q.task, q.title, q.repository, q.tier, q.rule, q.what, q.quote_micros, q.risk, q.asked_at, q.expires_at,
                    case when q.state = 'WAITING' and q.expires_at <= :now then 'EXPIRED' else q.state end as state,
                    q.answered_by, q.reason, q.answered_at, q.swarm, q.agent, q.call
                from question q) asked
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
                base + "/tasks/" + task + "#question");
    }
}
