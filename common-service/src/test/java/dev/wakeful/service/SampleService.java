package dev.wakeful.service;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.schedule.Jobs;
import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.StopListener;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hears that findings are resolved, writes it down and answers with an event; hears that builds are attached and answers from a durable
 * job. Fails as it is told to.
 */
@SpringBootApplication
class SampleService {

    static final String BY_JOB = "sample-job";
    static final TaskDescriptor<Echo> ECHO = TaskDescriptor.of("echo", Echo.class);

    /** What a job needs to know so that its events stay in lineage and trace. */
    record Echo(
            String subject,
            String lineage,
            String cause,
            @Nullable String traceparent) {}

    @Bean
    Task<Echo> echo(Outbox outbox, TransactionOperations transactions, Tracing tracing) {
        return Tasks.oneTime(ECHO).execute((job, context) -> {
            Echo echo = job.getData();
            new Provenance(new LineageId(echo.lineage()), new EventId(echo.cause()))
                    .<@Nullable Void>call(() -> tracing.<@Nullable Void>spanUnder(
                            echo.traceparent(), "echo", SpanKind.INTERNAL, Map.of(), () -> {
                                transactions.executeWithoutResult(
                                        status -> outbox.append(new HealthEvent.Recovered(BY_JOB, echo.subject())));
                                return null;
                            }));
        });
    }

    /** Has seven processes to end. */
    @Component
    static class Halting implements StopListener {

        volatile long stopped;
        volatile long resumed;

        @Override
        public Halted stopped(long epoch) {
            stopped = epoch;
            return Halted.processes(7);
        }

        @Override
        public void resumed(long epoch) {
            resumed = epoch;
        }
    }

    @Component
    static class Hearing implements EventConsumer {

        private final Map<FindingId, Failing> failing = new ConcurrentHashMap<>();
        private final JdbcClient jdbc;
        private final Outbox outbox;
        private final Jobs jobs;
        private final Tracing tracing;

        /** Thrown by the handler, so many times. */
        record Failing(RuntimeException failure, int times) {}

        Hearing(JdbcClient jdbc, Outbox outbox, Jobs jobs, Tracing tracing) {
            this.jdbc = jdbc;
            this.outbox = outbox;
            this.jobs = jobs;
            this.tracing = tracing;
        }

        void failFor(FindingId finding, RuntimeException failure, int times) {
            failing.put(finding, new Failing(failure, times));
        }

        @EventHandler
        void on(FindingEvent.Resolved resolved) {
            jdbc.sql("insert into heard (subject) values (:subject)")
                    .param("subject", resolved.finding().value())
                    .update();
            outbox.append(new HealthEvent.Recovered("sample", resolved.finding().value()));
            failIfTold(resolved.finding());
        }

        @EventHandler
        void on(FindingEvent.Attached attached, Envelope envelope) {
            jobs.runNow(
                    ECHO,
                    attached.key(),
                    new Echo(
                            attached.key(),
                            envelope.lineage().value(),
                            envelope.id().value(),
                            tracing.traceparent()));
        }

        /** Its own session is killed midway, as in a crash of the database. */
        @EventHandler
        void on(FindingEvent.Reclassified reclassified) {
            jdbc.sql("insert into heard (subject) values (:subject)")
                    .param("subject", reclassified.finding().value())
                    .update();
            if (failing.remove(reclassified.finding()) != null) {
                jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                        .query(Boolean.class)
                        .single();
            }
        }

        private void failIfTold(FindingId finding) {
            Failing told = failing.remove(finding);
            if (told != null) {
                if (told.times() > 1) {
                    failFor(finding, told.failure(), told.times() - 1);
                }
                throw told.failure();
            }
        }

        List<String> heard() {
            return jdbc.sql("select subject from heard order by n")
                    .query(String.class)
                    .list();
        }
    }
}
