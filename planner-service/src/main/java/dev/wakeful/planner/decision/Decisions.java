package dev.wakeful.planner.decision;

import dev.wakeful.events.Decision;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every decision of the planner, for ever: the table refuses changes (WAKE-3). */
@Component
public class Decisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A decision about one task. */
    public void add(TaskId task, Decision decision) {
        insert(task.value(), decision);
    }

    /** A decision about the installation as a whole. */
    public void add(Decision decision) {
        insert(null, decision);
    }

    private void insert(@Nullable String task, Decision decision) {
        jdbc.sql("""
                insert into decision (task, at, rule, outcome, inputs, refused)
                values (:task, :now, :rule, :outcome, :inputs::json, :refused::json)
                """)
                .param("task", task)
                .param("now", Timestamp.from(clock.instant()))
                .param("rule", decision.rule())
                .param("outcome", decision.outcome())
                .param("inputs", JSON.writeValueAsString(decision.inputs()))
                .param("refused", JSON.writeValueAsString(decision.refused()))
                .update();
    }
}
