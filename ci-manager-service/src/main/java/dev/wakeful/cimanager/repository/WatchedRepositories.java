package dev.wakeful.cimanager.repository;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The watched repositories. A writer and whoever finds a repository missing exclude each other by name, so a delivery is either seen by
 * the writer as kept, or sees the repository itself; it never falls between.
 */
@Repository
public class WatchedRepositories {

    private final JdbcClient jdbc;

    WatchedRepositories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<WatchedRepository> named(RepositoryName name) {
        return jdbc.sql("""
                select name, path, branch, "check", fix from repository where name = :name
                """)
                .param("name", name.value())
                .query((row, n) -> new WatchedRepository(
                        new RepositoryName(row.getString("name")),
                        row.getString("path"),
                        row.getString("branch"),
                        row.getString("check"),
                        row.getString("fix")))
                .optional();
    }

    /** True when nobody watches the repository, and until this transaction ends nobody will. */
    public boolean isUnknownUntilCommit(RepositoryName name) {
        if (named(name).isPresent()) {
            return false;
        }
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('repository'), hashtext(:name))")
                .param("name", name.value())
                .query((row, n) -> true)
                .single();
        return named(name).isEmpty();
    }

    /** Adds the repository, or replaces its settings. */
    public void put(WatchedRepository repository) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('repository'), hashtext(:name))")
                .param("name", repository.name().value())
                .query((row, n) -> true)
                .single();
        jdbc.sql("""
                insert into repository (name, path, branch, "check", fix) values (:name, :path, :branch, :check, :fix)
                on conflict (name) do update
                    set path = excluded.path, branch = excluded.branch, "check" = excluded."check", fix = excluded.fix
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
