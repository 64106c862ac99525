package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repositories under watch. */
@Component
public class WatchedRepositories {

    private static final String SELECT = """
            select r.name, r.path, r.branch, r.check_command, r.fix_command, (
                select min(a.occurred_at) from event a
                where a.type = 'repository.added.v1' and a.subject = r.name and a.occurred_at > coalesce((
                    select max(g.occurred_at) from event g where g.type = 'repository.removed.v1' and g.subject = r.name),
                    '-infinity')) as added_at
            from repository r where r.watched
            """;

    private final JdbcClient jdbc;

    WatchedRepositories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Watched> list() {
        return jdbc.sql(SELECT + " order by r.name")
                .query((row, number) -> watched(row))
                .list();
    }

    public Optional<Watched> find(String name) {
        return jdbc.sql(SELECT + " and r.name = :name")
                .param("name", name)
                .query((row, number) -> watched(row))
                .optional();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Watched(
                columns.text("name"),
                columns.text("path"),
                columns.text("branch"),
                columns.text("check_command"),
                columns.optionalText("fix_command"),
                columns.instant("added_at"));
    }

    /** A repository under watch, since when it was first added after any removal. */
    public record Watched(
            String name,
            String path,
            String branch,
            String check,
            @Nullable String fix,
            Instant addedAt) {}
}
