package dev.wakeful.planner.mode;

import dev.wakeful.events.EventJson;
import dev.wakeful.events.ModeEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The mode in force, one row; whoever reads it to change it holds the others back. */
@Component
class ModeRows {

    private static final String CHANGED = "mode.changed.v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final Clock clock;

    ModeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The row, locked until the transaction ends; nothing before the first start of an installation. */
    Optional<ModeRow> lock() {
        return find().or(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('mode'))")
                    .query((row, n) -> n)
                    .list();
            return find();
        });
    }

    private Optional<ModeRow> find() {
        return jdbc.sql("select said, signs, look_at from mode for update")
                .query((row, n) -> new ModeRow(
                        (ModeEvent.Changed)
                                EventJson.decode(CHANGED, row.getString("said").getBytes(StandardCharsets.UTF_8)),
                        JSON.readValue(row.getString("signs"), Signs.class),
                        row.getTimestamp("look_at").toInstant()))
                .optional();
    }

    void save(ModeRow mode) {
        ModeEvent.Changed said = mode.said();
        jdbc.sql("""
                insert into mode (mode, context, until, look_at, said, signs, since)
                values (:mode, :context, :until, :lookAt, :said::json, :signs::json, :now)
                on conflict (only_row) do update
                    set mode = excluded.mode, context = excluded.context, until = excluded.until, look_at = excluded.look_at,
                        said = excluded.said, signs = excluded.signs,
                        since = case when mode.mode = excluded.mode then mode.since else excluded.since end
                """)
                .param("mode", said.mode().name())
                .param("context", Objects.requireNonNull(said.context()).name())
                .param("until", timestamp(said.until()))
                .param("lookAt", Timestamp.from(mode.lookAt()))
                .param("said", new String(EventJson.encode(said), StandardCharsets.UTF_8))
                .param("signs", JSON.writeValueAsString(mode.signs()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** What makes it a crisis: open regressions on the branches that are to be green (MODE-4), the oldest first. */
    List<String> causes() {
        return jdbc.sql("""
                select task.area || ' of ' || task.repository from task
                join repository on repository.name = task.repository and repository.branch = task.branch
                where task.taken_for = 'REGRESSION' and task.state <> 'CLOSED' order by task.id limit 10
                """).query(String.class).list();
    }
}
