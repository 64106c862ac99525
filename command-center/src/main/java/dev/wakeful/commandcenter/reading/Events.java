package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The event log. */
@Component
public class Events {

    private static final String COLUMNS =
            "select n, id, type, subject, source, occurred_at, lineage, trace_id, task, summary from told ";

    private final JdbcClient jdbc;

    Events(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came after number {@code n}, oldest first. */
    public List<EventItem> after(long n, int limit) {
        return jdbc.sql(COLUMNS + "where n > :n order by n limit :limit")
                .param("n", n)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    /** The newest, in the order in which they happened, newest first: topics arrive side by side. */
    public List<EventItem> newest(int limit) {
        return jdbc
                .sql(COLUMNS + "order by n desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(EventItem::at)
                        .thenComparing(EventItem::n)
                        .reversed())
                .toList();
    }

    /** The highest number given so far, 0 when there is none. */
    public long newestNumber() {
        return jdbc.sql("select coalesce(max(n), 0) from event")
                .query(Long.class)
                .single();
    }

    /** Everything that belongs to a task, from the report that led to it on, in the order in which it happened. */
    public List<EventItem> ofTask(String task) {
        return jdbc.sql("""
                with mine as (
                    select e.n from event e where e.task = :task
                    union
                    select e.n from event e join swarm s on s.id = e.subject where s.task = :task
                    union
                    select e.n from event e join task t on t.finding = e.subject where t.id = :task
                    union
                    select b.n
                    from task t
                    join event f on f.subject = t.finding and f.type in ('finding.raised.v1', 'finding.attached.v1')
                    join event b on b.lineage = f.lineage and b.type = 'build.failed.v1'
                    where t.id = :task)
                select e.n, e.id, e.type, e.subject, e.source, e.occurred_at, e.lineage, e.trace_id, :task as task, e.summary
                from event e join mine on mine.n = e.n
                order by e.occurred_at, e.n
                """)
                .param("task", task)
                .query((row, number) -> item(row))
                .list();
    }

    private static EventItem item(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new EventItem(
                row.getLong("n"),
                columns.text("id"),
                columns.text("type"),
                columns.text("subject"),
                columns.text("source"),
                columns.instant("occurred_at"),
                columns.text("lineage"),
                columns.optionalText("trace_id"),
                columns.optionalText("task"),
                columns.text("summary"));
    }
}
