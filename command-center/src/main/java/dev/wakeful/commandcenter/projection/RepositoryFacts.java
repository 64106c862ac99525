package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.WatchedRepository;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which repositories are watched, by the newest word of a person, and which ones CI speaks of though nobody added them. */
final class RepositoryFacts {

    private final JdbcClient jdbc;

    RepositoryFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(ControlEvent event, Instant at) {
        switch (event) {
            case ControlEvent.RepositoryAdded added -> added(added.repository(), at);
            case ControlEvent.RepositoryRemoved removed -> removed(removed, at);
            case ControlEvent.OfInstallation ofInstallation -> {}
            case ControlEvent.TaskApproved approved -> {}
            case ControlEvent.TaskDenied denied -> {}
            case ControlEvent.TaskStopRequested stop -> {}
            case ControlEvent.LimitSet set -> {}
            case ControlEvent.WorkspaceRemovalRequested requested -> {}
        }
    }

    void take(BuildEvent event) {
        switch (event) {
            case BuildEvent.Unmatched unmatched -> unmatched(unmatched);
            case BuildEvent.Failed failed -> {}
            case BuildEvent.Passed passed -> {}
            case BuildEvent.Caused caused -> {}
        }
    }

    private void added(WatchedRepository repository, Instant at) {
        jdbc.sql("""
                insert into repository (name, path, branch, check_command, fix_command, watched, changed_at)
                values (:name, :path, :branch, :check, :fix, true, :at)
                on conflict (name) do update set path = excluded.path, branch = excluded.branch,
                    check_command = excluded.check_command, fix_command = excluded.fix_command, watched = true,
                    changed_at = excluded.changed_at
                    where repository.changed_at <= excluded.changed_at
                """)
                .param("name", repository.name().value())
                .param("path", repository.path())
                .param("branch", repository.branch())
                .param("check", repository.check())
                .param("fix", repository.fix())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void removed(ControlEvent.RepositoryRemoved removed, Instant at) {
        jdbc.sql("""
                insert into repository (name, watched, changed_at) values (:name, false, :at)
                on conflict (name) do update set watched = false, changed_at = excluded.changed_at
                    where repository.changed_at <= excluded.changed_at
                """)
                .param("name", removed.repository().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void unmatched(BuildEvent.Unmatched unmatched) {
        jdbc.sql("""
                insert into unmatched (repository, since, latest) values (:repository, :at, :at)
                on conflict (repository) do update set
                    since = least(unmatched.since, excluded.since), latest = greatest(unmatched.latest, excluded.latest)
                """)
                .param("repository", unmatched.repository().value())
                .param("at", Timestamp.from(unmatched.acceptedAt()))
                .update();
    }
}
