package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of swarms: what is on the disk, why, and how long. */
@Component
public class Workspaces {

    private static final String SELECT = """
            select swarm, task, repository, state, bytes, files, artefact_bytes, since, reason, until, changed_at from workspace
            """;

    private final JdbcClient jdbc;

    Workspaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those on the disk, the largest first. */
    public List<Workspace> there(int limit) {
        return jdbc.sql(SELECT + " where state <> 'REMOVED' order by bytes desc, since, swarm limit :limit")
                .param("limit", limit)
                .query((row, number) -> workspace(row))
                .list();
    }

    /** Also those that were removed, the newest word first. */
    public List<Workspace> newest(int limit) {
        return jdbc.sql(SELECT + " order by changed_at desc, swarm limit :limit")
                .param("limit", limit)
                .query((row, number) -> workspace(row))
                .list();
    }

    public Optional<Workspace> find(String swarm) {
        return jdbc.sql(SELECT + " where swarm = :swarm")
                .param("swarm", swarm)
                .query((row, number) -> workspace(row))
                .optional();
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Workspace(
                columns.text("swarm"),
                columns.text("task"),
                columns.text("repository"),
                columns.text("state"),
                row.getLong("bytes"),
                row.getLong("files"),
                row.getLong("artefact_bytes"),
                columns.instant("since"),
                columns.text("reason"),
                columns.optionalInstant("until"),
                columns.instant("changed_at"));
    }

    /**
     * One swarm's workspace.
     *
     * @param state {@code CUT} while the swarm is at work, {@code KEPT} for a person, {@code MARKED} to be removed, {@code REMOVED}
     * @param until when a kept one is removed
     */
    public record Workspace(
            String swarm,
            String task,
            String repository,
            String state,
            long bytes,
            long files,
            long artefactBytes,
            Instant since,
            String reason,
            @Nullable Instant until,
            Instant changedAt) {}
}
