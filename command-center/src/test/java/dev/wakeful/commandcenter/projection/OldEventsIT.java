package dev.wakeful.commandcenter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.CommandCenterTest;
import dev.wakeful.service.retention.Compaction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** JOB-7, WAKE-3: what told of the progress of closed work goes when it is old; decisions, and all that open work refers to, stay. */
@CommandCenterTest
class OldEventsIT {

    @Autowired
    private Compaction compaction;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void onlyProgressOfClosedTasksGoes() {
        task("closed", "CLOSED");
        task("open", "PARKED");
        for (String task : List.of("closed", "open")) {
            swarm(task);
            event("swarm.progressed.v1", "swarm-" + task, null, task, 40);
            event("budget.reserved.v1", "swarm-" + task, null, task, 40);
            event("task.started.v1", "task-" + task, "task-" + task, task, 400);
            event("swarm.failed.v1", "swarm-" + task, null, task, 400);
            event("task.approved.v1", "task-" + task, "task-" + task, task, 400);
        }
        event("swarm.progressed.v1", "swarm-closed", null, "closed", 20);

        compaction.round();

        assertThat(left("closed"))
                .containsExactly("swarm.failed.v1", "swarm.progressed.v1", "task.approved.v1", "task.started.v1");
        assertThat(left("open"))
                .containsExactly(
                        "budget.reserved.v1",
                        "swarm.failed.v1",
                        "swarm.progressed.v1",
                        "task.approved.v1",
                        "task.started.v1");
    }

    /** The newest build of a job is its state (STATE-5), however old it is; what an open task came from stays too. */
    @Test
    void buildsThatNewerOnesReplacedGo() {
        task("red", "RUNNING");
        event("build.failed.v1", "repository", null, "red", 60);
        event("build.passed.v1", "repository", null, "green-1", 50);
        event("build.passed.v1", "repository", null, "green-2", 40);

        compaction.round();

        assertThat(left("red")).hasSize(1);
        assertThat(left("green-1")).isEmpty();
        assertThat(left("green-2")).hasSize(1);
    }

    private void task(String name, String state) {
        jdbc.sql("""
                insert into task (id, state, state_at, state_rank, lineage, created_at, updated_at)
                values (:id, :state, now(), 1, :lineage, now(), now())
                """)
                .param("id", "task-" + name + mark)
                .param("state", state)
                .param("lineage", name + mark)
                .update();
    }

    private void swarm(String task) {
        jdbc.sql("insert into swarm (id, task, updated_at) values (:id, :task, now())")
                .param("id", "swarm-" + task + mark)
                .param("task", "task-" + task + mark)
                .update();
    }

    private void event(
            String type, String subject, @org.jspecify.annotations.Nullable String task, String lineage, int days) {
        jdbc.sql("""
                insert into event (id, type, subject, source, occurred_at, lineage, task, summary, payload)
                values (:id, :type, :subject, '/wakeful/test', now() - make_interval(days => :days), :lineage, :task, 's', '{"job": "ci", "revision": "r"}')
                """)
                .param("id", UUID.randomUUID().toString())
                .param("type", type)
                .param("subject", subject + mark)
                .param("days", days)
                .param("lineage", lineage + mark)
                .param("task", task == null ? null : task + mark)
                .update();
    }

    private List<String> left(String lineage) {
        return jdbc.sql("select type from event where lineage = :lineage order by type")
                .param("lineage", lineage + mark)
                .query(String.class)
                .list();
    }
}
