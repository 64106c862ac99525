package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.pipeline.StepName;
import dev.wakeful.autodev.report.Coverage;
import dev.wakeful.autodev.report.Reading;
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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the steps of each swarm's pipeline said, one result for a step and a revision. */
@Repository
class StepResults {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "revision, step, role, verdict, command, exit_code, duration_ms, at, tail, note, inconclusive, reading";

    private final JdbcClient jdbc;

    StepResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SwarmId swarm, StepResult result) {
        Evidence evidence = result.evidence();
        jdbc.sql("""
                insert into pipeline_step (swarm, revision, step, role, verdict, command, exit_code, duration_ms, at, tail, note,
                    inconclusive, reading)
                values (:swarm, :revision, :step, :role, :verdict, :command, :exitCode, :duration, :at, :tail, :note,
                    :inconclusive, cast(:reading as jsonb))
                """)
                .param("swarm", swarm.value())
                .param("revision", evidence.revision().value())
                .param("step", Objects.requireNonNull(evidence.step()).toUpperCase(Locale.ROOT))
                .param("role", evidence.role().name())
                .param("verdict", evidence.verdict().name())
                .param("command", evidence.command())
                .param("exitCode", evidence.exitCode())
                .param("duration", evidence.duration().toMillis())
                .param("at", Timestamp.from(evidence.at()))
                .param("tail", evidence.tail())
                .param("note", evidence.note())
                .param("inconclusive", result.inconclusive())
                .param("reading", JSON.writeValueAsString(result.reading()).replace("\\u0000", ""))
                .update();
    }

    Optional<StepResult> find(SwarmId swarm, Revision revision, StepName step) {
        return jdbc.sql("select " + COLUMNS
                        + " from pipeline_step where swarm = :swarm and revision = :revision and step = :step")
                .param("swarm", swarm.value())
                .param("revision", revision.value())
                .param("step", step.name())
                .query(StepResults::read)
                .optional();
    }

    List<Evidence> of(SwarmId swarm) {
        return jdbc
                .sql("select " + COLUMNS + " from pipeline_step where swarm = :swarm order by at, revision, step")
                .param("swarm", swarm.value())
                .query(StepResults::read)
                .list()
                .stream()
                .map(StepResult::evidence)
                .toList();
    }

    private static StepResult read(ResultSet row, int index) throws SQLException {
        Role role = Role.valueOf(row.getString("role"));
        Reading reading = JSON.readValue(row.getString("reading"), Reading.class);
        Evidence evidence = new Evidence(
                role,
                role == Role.HEAD ? Grade.GATED : Grade.OBSERVED,
                new Revision(row.getString("revision")),
                row.getString("command"),
                Verdict.valueOf(row.getString("verdict")),
                row.getInt("exit_code"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getTimestamp("at").toInstant(),
                row.getString("tail"),
                StepName.valueOf(row.getString("step")).toString(),
                row.getString("note"),
                coverage(reading));
        return new StepResult(evidence, reading, row.getBoolean("inconclusive"));
    }

    /** What is told of it (STATE-5); a report without a single line tells nothing. */
    private static Evidence.@Nullable Coverage coverage(Reading reading) {
        Coverage counted = reading.coverage();
        return counted == null || counted.lines() == 0
                ? null
                : new Evidence.Coverage(counted.covered(), counted.lines());
    }
}
