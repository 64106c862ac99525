package dev.wakeful.planner.decision;

import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every decision of the planner, for ever: the table refuses changes (WAKE-3). Must be called inside a transaction. */
@Component
public class Decisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A decision that leads one task on; the event of that step tells it. */
    public void add(TaskId task, Decision decision) {
        insert(task.value(), decision);
    }

    /** A decision about the installation as a whole; it is told to everybody. */
    public void tell(Decision decision) {
        insert(null, decision);
        outbox.append(new ModeEvent.Decided(null, decision));
    }

    /** A decision about one task that is no step of it; it is told to everybody. */
    public void tell(TaskId task, Decision decision) {
        add(task, decision);
        outbox.append(new ModeEvent.Decided(task, decision));
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
