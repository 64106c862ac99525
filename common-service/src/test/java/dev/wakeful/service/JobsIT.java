package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.wakeful.events.EventId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Stream;
import dev.wakeful.service.schedule.Jobs;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TestPostgres;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** STATE-1: durable work starts with its commit, runs once, and survives the process. */
@SampleServiceTest
class JobsIT {

    @Autowired
    private Jobs jobs;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String id = EventId.make(Instant.now()).value();

    /** STATE-1: the scheduler polls every 10 s only; the commit starts it. */
    @Test
    void aJobRunsAsSoonAsItsTransactionCommits() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH)) {
            transactions.executeWithoutResult(status -> {
                jobs.runNow(SampleService.ECHO, id, echo(id));
                jobs.runNow(SampleService.ECHO, id, echo(id));
            });
            runAndAwait(probe, id + "-last");

            assertThat(probe.heard(HealthEvent.Recovered.class))
                    .filteredOn(answer -> answer.instance().equals(id))
                    .hasSize(1);
        }
    }

    /** STATE-1 */
    @Test
    void aJobOfATransactionThatIsRolledBackNeverRuns() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH)) {
            transactions.executeWithoutResult(status -> {
                jobs.runNow(SampleService.ECHO, id, echo(id));
                status.setRollbackOnly();
            });
            runAndAwait(probe, id + "-last");

            assertThat(probe.heard(HealthEvent.Recovered.class))
                    .noneMatch(answer -> answer.instance().equals(id));
            assertThat(planned(jdbc, id)).isZero();
        }
    }

    /** STATE-1 */
    @Test
    void aJobOutsideATransactionIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> jobs.runNow(SampleService.ECHO, id, echo(id)));
    }

    /** STATE-1: work in hand when the process was killed is picked up at its next start, without waiting for missed heartbeats. */
    @Test
    void aJobThatTheKilledProcessHadPickedRunsAtTheNextStart() {
        String schema = TestPostgres.freshSchema();
        try (EventProbe probe = new EventProbe(Stream.HEALTH)) {
            leaveAPickedJobBehind(schema);

            try (RunningService service = RunningService.on(schema)) {
                assertThat(service.instance()).isEqualTo("sample-1");
                probe.await(
                        HealthEvent.Recovered.class, answer -> answer.instance().equals(id));
            }
        }
    }

    private void leaveAPickedJobBehind(String schema) {
        try (RunningService killed = RunningService.on(schema)) {
            killed.jdbc()
                    .sql("""
                            insert into scheduled_tasks
                                (task_name, task_instance, task_data, execution_time, picked, picked_by, last_heartbeat, version)
                            values ('echo', :id, convert_to(:data, 'UTF8'), now(), true, 'sample-1', now(), 1)
                            """)
                    .param("id", id)
                    .param("data", "{\"subject\":\"" + id + "\",\"lineage\":\"lineage-1\",\"cause\":\"event-1\"}")
                    .update();
        }
    }

    private void runAndAwait(EventProbe probe, String last) {
        transactions.executeWithoutResult(status -> jobs.runNow(SampleService.ECHO, last, echo(last)));
        probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(last));
    }

    private static SampleService.Echo echo(String subject) {
        Instant now = Instant.now();
        return new SampleService.Echo(
                subject, LineageId.make(now).value(), EventId.make(now).value(), null);
    }

    private static int planned(JdbcClient jdbc, String id) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
