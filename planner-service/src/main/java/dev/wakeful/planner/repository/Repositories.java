package dev.wakeful.planner.repository;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repositories that are watched. */
@Component
public class Repositories {

    private final JdbcClient jdbc;

    Repositories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds back every other transaction that locks the same name, so that a task which waits for a repository and the word that it was
     * added never miss each other.
     */
    public void lock(RepositoryName name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('repository'), hashtext(:name))")
                .param("name", name.value())
                .query((row, n) -> n)
                .list();
    }

    public Optional<WatchedRepository> find(RepositoryName name) {
        return jdbc.sql("select name, path, branch, check_command, fix_command from repository where name = :name")
                .param("name", name.value())
                .query((row, n) -> repository(row))
                .optional();
    }

    private static WatchedRepository repository(ResultSet row) throws SQLException {
        return new WatchedRepository(
                new RepositoryName(row.getString("name")),
                row.getString("path"),
                row.getString("branch"),
                row.getString("check_command"),
                row.getString("fix_command"));
    }

    /** Adds the repository, or takes over its new settings. */
    public void add(WatchedRepository repository) {
        jdbc.sql("""
                insert into repository (name, path, branch, check_command, fix_command)
                values (:name, :path, :branch, :check, :fix)
                on conflict (name) do update set path = excluded.path, branch = excluded.branch,
                    check_command = excluded.check_command, fix_command = excluded.fix_command
                """)
                .param("name", repository.name().value())
                .param("path", repository.path())
                .param("branch", repository.branch())
                .param("check", repository.check())
                .param("fix", repository.fix())
                .update();
    }

    public void remove(RepositoryName name) {
        jdbc.sql("delete from repository where name = :name")
                .param("name", name.value())
                .update();
    }
}
