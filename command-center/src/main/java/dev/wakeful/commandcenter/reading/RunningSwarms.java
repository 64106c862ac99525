package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is being worked on at this moment. */
@Component
public class RunningSwarms {

    private final JdbcClient jdbc;

    RunningSwarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Attempts that started and have not ended, the oldest first. */
    public List<Running> list() {
        return jdbc.sql("""
                select s.id, s.task, coalesce(t.title, s.task) as title, s.repository, s.step, s.message, s.started_at
                from swarm s left join task t on t.id = s.task
                where s.started_at is not null and s.completed_at is null and s.failed_at is null
                order by s.started_at limit 100
                """)
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    return new Running(
                            columns.text("id"),
                            columns.optionalText("task"),
                            columns.optionalText("title"),
                            columns.text("repository"),
                            columns.optionalText("step"),
                            columns.optionalText("message"),
                            columns.instant("started_at"));
                })
                .list();
    }

    /** One running attempt and where it is. */
    public record Running(
            String swarm,
            @Nullable String task,
            @Nullable String title,
            String repository,
            @Nullable String step,
            @Nullable String message,
            Instant startedAt) {}
}
