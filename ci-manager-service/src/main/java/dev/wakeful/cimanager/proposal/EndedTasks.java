package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks that people have ended: what has not left yet stays here. A pull request that is open stays open, it is theirs (CHG-1). */
@Repository
public class EndedTasks {

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first who asked is kept. */
    public void add(ControlEvent.TaskStopRequested asked) {
        jdbc.sql("""
                insert into ended_task (task, person, reason, at) values (:task, :person, :reason, :now)
                on conflict (task) do nothing
                """)
                .param("task", asked.task().value())
                .param("person", asked.by())
                .param("reason", asked.reason())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Who ended it and why, in words, if somebody has. */
    Optional<String> why(TaskId task) {
        return jdbc.sql("select person || ' ended the task: ' || reason from ended_task where task = :task")
                .param("task", task.value())
                .query(String.class)
                .optional();
    }
}
