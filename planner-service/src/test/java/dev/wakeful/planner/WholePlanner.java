package dev.wakeful.planner;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.mode.ModeReview;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import dev.wakeful.testing.TickingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The planner on a real broker and database, with a clock to tick. */
@SpringBootTest(
        classes = PlannerApplication.class,
        properties = {
            "spring.config.name=common-service,planner",
            "db-scheduler.polling-interval=200ms",
            "wakeful.planner.modes.zone=UTC"
        })
@ContextConfiguration(initializers = RealInfrastructure.class)
@Import(WholePlanner.Time.class)
public abstract class WholePlanner {

    protected EventProbe probe;
    protected EventSender sender;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TickingClock clock;

    @Autowired
    protected ModeReview modes;

    @Autowired
    private Scheduler scheduler;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return new TickingClock(Samples.NOW);
        }
    }

    @BeforeEach
    void open() {
        clock.setTo(Samples.NOW);
        forget();
        probe = new EventProbe(Stream.TASK, Stream.DISPATCH, Stream.MODE);
        sender = new EventSender();
    }

    /** Lets time pass, and has what is due by then looked at. */
    protected void pass(Duration time) {
        clock.tick(time);
        scheduler.triggerCheckForDueExecutions();
    }

    /** What earlier tests left running would count against the limits. */
    protected void forget() {
        jdbc.sql("update task set state = 'CLOSED' where state <> 'CLOSED'").update();
        jdbc.sql("update task set offered_at = null where offered_at is not null")
                .update();
        jdbc.sql("delete from budget_alert").update();
        jdbc.sql("delete from mode").update();
        modes.now();
        await().until(() ->
                jdbc.sql("select count(*) from outbox").query(Integer.class).single() == 0);
    }

    @AfterEach
    void close() {
        sender.close();
        probe.close();
    }

    protected DispatchEvent.SwarmRequested requested(FindingEvent.Raised finding) {
        return probe.await(
                DispatchEvent.SwarmRequested.class, request -> request.finding().equals(finding.finding()));
    }

    protected DispatchEvent.SwarmRequested requestedAgain(DispatchEvent.SwarmRequested first) {
        return probe.await(
                DispatchEvent.SwarmRequested.class,
                request ->
                        request.task().equals(first.task()) && !request.swarm().equals(first.swarm()));
    }

    protected List<DispatchEvent.SwarmRequested> requestsOf(FindingEvent.Raised finding) {
        return probe.heard(DispatchEvent.SwarmRequested.class).stream()
                .filter(request -> request.finding().equals(finding.finding()))
                .toList();
    }

    protected List<TaskEvent> told(TaskId task) {
        return probe.heard(TaskEvent.class).stream()
                .filter(event -> event.task().equals(task))
                .toList();
    }

    protected List<EventProbe.Heard> heardOf(TaskId task) {
        return probe.heard().stream()
                .filter(heard ->
                        heard.event() instanceof TaskEvent event && event.task().equals(task)
                                || heard.event() instanceof DispatchEvent.SwarmRequested request
                                        && request.task().equals(task))
                .toList();
    }

    /** Lets the next inserts into a table fail as a crash in the middle of the work would. */
    protected void failInserts(String table, int times) {
        jdbc.sql("create sequence crash_" + table).update();
        jdbc.sql("""
                create function crash_%1$s() returns trigger language plpgsql as $$
                begin
                    if nextval('crash_%1$s') <= %2$d then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end
                $$
                """.formatted(table, times)).update();
        jdbc.sql("create trigger crash before insert on %1$s for each row execute function crash_%1$s()"
                        .formatted(table))
                .update();
    }

    protected void mendInserts(String table) {
        jdbc.sql("drop function crash_" + table + " cascade").update();
        jdbc.sql("drop sequence crash_" + table).update();
    }

    protected String stateOf(TaskId task) {
        return jdbc.sql("select state from task where id = :id")
                .param("id", task.value())
                .query(String.class)
                .single();
    }

    /** Waits until everything sent before has been handled: one partition per topic, so a later finding is handled after it. */
    protected void settle() {
        FindingEvent.Raised last = Samples.regression(Samples.repositoryName());
        sender.send(last);
        probe.await(TaskEvent.Planned.class, planned -> planned.finding().equals(last.finding()));
    }

    protected List<String> decisionsOf(TaskId task) {
        return jdbc.sql("select rule from decision where task = :task order by n")
                .param("task", task.value())
                .query(String.class)
                .list();
    }
}
