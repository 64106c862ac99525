package dev.wakeful.autodev.check;

import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the checks of each swarm said: one verdict for a revision, and one for each further run on the failing revision (VER-2). */
@Repository
public class Verdicts {

    private final JdbcClient jdbc;

    public Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SwarmId swarm, Evidence evidence, int n) {
        jdbc.sql("""
                insert into verdict (swarm, revision, n, role, verdict, command, exit_code, duration_ms, at, tail, note)
                values (:swarm, :revision, :n, :role, :verdict, :command, :exitCode, :duration, :at, :tail, :note)
                """)
                .param("swarm", swarm.value())
                .param("revision", evidence.revision().value())
                .param("n", n)
                .param("role", evidence.role().name())
                .param("verdict", evidence.verdict().name())
                .param("command", evidence.command())
                .param("exitCode", evidence.exitCode())
                .param("duration", evidence.duration().toMillis())
                .param("at", Timestamp.from(evidence.at()))
                .param("tail", evidence.tail())
                .param("note", evidence.note())
                .update();
    }

    /** All verdicts of the swarm in the order they were found. */
    public List<Evidence> of(SwarmId swarm) {
        return jdbc.sql("""
                select revision, role, verdict, command, exit_code, duration_ms, at, tail, note
                from verdict where swarm = :swarm order by at, revision, n
                """).param("swarm", swarm.value()).query(Verdicts::read).list();
    }

    /** Those on one revision, the first run first. */
    List<Evidence> of(SwarmId swarm, Revision revision) {
        return jdbc.sql("""
                select revision, role, verdict, command, exit_code, duration_ms, at, tail, note
                from verdict where swarm = :swarm and revision = :revision order by n
                """)
                .param("swarm", swarm.value())
                .param("revision", revision.value())
                .query(Verdicts::read)
                .list();
    }

    private static Evidence read(ResultSet row, int index) throws SQLException {
        Role role = Role.valueOf(row.getString("role"));
        return new Evidence(
                role,
                role == Role.HEAD ? Grade.GATED : Grade.OBSERVED,
                new Revision(row.getString("revision")),
                row.getString("command"),
                Verdict.valueOf(row.getString("verdict")),
                row.getInt("exit_code"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getTimestamp("at").toInstant(),
                row.getString("tail"),
                null,
                row.getString("note"));
    }
}
