package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent.SwarmStopRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Which swarms are told to stop, once each, and what becomes of their tasks: BUD-5, BUD-8, MODE-4, TRG-16 */
@TestPropertySource(properties = "wakeful.planner.limits.critical=BUILD_ERROR")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class StopOrdersIT extends WholePlanner {

    private static final Instant MIDNIGHT = Samples.NOW.plus(Duration.ofHours(14));

    private final RepositoryName repository = Samples.repositoryName();
    private final List<FindingEvent.Raised> raised = new ArrayList<>();

    /** It hears all that earlier tests have sent, first. */
    @BeforeEach
    void watch() {
        settleHere();
        forget();
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
    }

    /** Other planners in this process hear the same and should have nothing left to do. */
    @AfterEach
    void mend() {
        raised.forEach(finding -> sender.send(resolved(finding)));
    }

    /** BUD-5: told once, however often and in whichever order the alerts come; the same attempt is made again in the next window. */
    @Test
    void at95PercentWhatIsNotCriticalStopsUntilTheWindowEnds() {
        Work notCritical = work(Samples.regression(repository));
        alert("day:2026-11-20", 90);
        alert("hour:2026-11-20T10", 100);
        settleHere();
        boolean early = notCritical.isToldToStop();

        Envelope told = sender.send(alerted("day:2026-11-20", 95));
        SwarmStopRequested stop = notCritical.toldToStop();
        sender.send(alerted("day:2026-11-20", 95), told);
        alert("day:2026-11-20", 99);
        alert("week:2026-W47", 95);
        sender.send(stopped(notCritical, stop));
        sender.send(stopped(notCritical, stop));
        await().until(() -> stateOf(notCritical.task()).equals("POSTPONED"));
        settleHere();

        assertThat(early).isFalse();
        assertThat(stop.decision().rule()).isEqualTo("BUD-5");
        assertThat(notCritical.orders()).hasSize(1);
        TaskEvent.Postponed postponed =
                probe.await(TaskEvent.Postponed.class, event -> event.task().equals(notCritical.task()));
        assertThat(postponed.until()).isEqualTo(MIDNIGHT);
        assertThat(postponed.decision().rule()).isEqualTo("BUD-5");
        assertThat(decisionsOf(notCritical.task())).endsWith("BUD-5", "BUD-5");

        pass(Duration.ofHours(14));
        await().until(() -> stateOf(notCritical.task()).equals("RUNNING"));
        Work again = current(notCritical.task());
        settleHere();
        assertThat(attempt(again.task())).isEqualTo(1);
        assertThat(again.isToldToStop()).isFalse();
    }

    /** MODE-4: a critical failure in a crisis; what is not critical goes on when it is mended. */
    @Test
    void whatIsNotCriticalMakesWayForWhatIs() {
        Work notCritical = work(Samples.regression(repository));
        await().until(() ->
                jdbc.sql("select mode from mode").query(String.class).single().equals("CRISIS"));
        settleHere();
        boolean stoppedForItself = notCritical.isToldToStop();

        FindingEvent.Raised build = Samples.raised(
                repository,
                Samples.buildError("Shop.java:3: error: cannot find symbol"),
                Failure.Classification.REGRESSION);
        Work critical = work(build);
        SwarmStopRequested stop = notCritical.toldToStop();
        sender.send(stopped(notCritical, stop));
        await().until(() -> stateOf(notCritical.task()).equals("POSTPONED"));
        sender.send(resolved(build));
        await().until(() -> stateOf(notCritical.task()).equals("RUNNING"));
        Work again = current(notCritical.task());
        settleHere();

        assertThat(stoppedForItself).isFalse();
        assertThat(stop.decision().rule()).isEqualTo("MODE-4");
        assertThat(attempt(again.task())).isEqualTo(1);
        assertThat(again.isToldToStop()).isFalse();
        assertThat(critical.toldToStop().decision().rule()).isEqualTo("TRG-16");
    }

    /** TRG-16: the failure is over while the swarm runs. */
    @Test
    void theSwarmOfAClosedTaskStopsAndTheTaskStaysClosed() {
        FindingEvent.Raised finding = Samples.regression(repository);
        Work work = work(finding);

        failInserts("decision", 1);
        Envelope told = sender.send(resolved(finding));
        SwarmStopRequested stop = work.toldToStop();
        mendInserts("decision");
        sender.send(resolved(finding), told);
        sender.send(resolved(finding));
        sender.send(stopped(work, stop));
        settleHere();

        assertThat(stop.decision().rule()).isEqualTo("TRG-16");
        assertThat(work.orders()).hasSize(1);
        assertThat(stateOf(work.task())).isEqualTo("CLOSED");
    }

    /** BUD-8: it is stopped, and a person says whether there is another attempt; what has ended is only recorded. */
    @Test
    void whatSpendsTooFastStopsAndAPersonDecides() {
        Work work = work(Samples.regression(repository));
        Work over = work(Samples.regression(repository));
        sender.send(Samples.completed(over.swarm(), over.task(), raised.getLast()));
        await().until(() -> stateOf(over.task()).equals("PROVEN"));

        failInserts("decision", 1);
        Envelope told = sender.send(tripped(work));
        SwarmStopRequested stop = work.toldToStop();
        mendInserts("decision");
        sender.send(tripped(work), told);
        sender.send(tripped(work));
        sender.send(tripped(over));
        sender.send(stopped(work, stop));
        sender.send(stopped(work, stop));
        TaskEvent.ApprovalRequired asked = probe.await(
                TaskEvent.ApprovalRequired.class, event -> event.task().equals(work.task()));
        await().until(() -> decisionsOf(over.task()).contains("BUD-8"));

        assertThat(stop.decision().rule()).isEqualTo("BUD-8");
        assertThat(asked.decision().rule()).isEqualTo("BUD-8");
        assertThat(work.orders()).hasSize(1);
        assertThat(attempt(work.task())).isEqualTo(2);
        assertThat(over.orders()).isEmpty();
    }

    /** STATE-1: the order is lost in the middle, or the alert was heard and nobody looked: the next look tells the swarm, once. */
    @Test
    void anOrderThatBreaksOffIsGivenByTheNextLook() {
        Work work = work(Samples.regression(repository));
        settleHere();
        failInserts("decision", 1);
        jdbc.sql("insert into budget_alert (scope, percent, until) values ('day:2026-11-20', 95, :until)")
                .param("until", Timestamp.from(MIDNIGHT))
                .update();

        await().until(() -> {
            pass(Duration.ofSeconds(10));
            return work.isToldToStop();
        });
        mendInserts("decision");
        pass(Duration.ofSeconds(30));
        settleHere();

        assertThat(work.orders()).hasSize(1);
    }

    /** It ended by itself before it heard the order: what it achieved counts. */
    @Test
    void aSwarmThatIsDoneBeforeItHearsStaysDone() {
        Work work = work(Samples.regression(repository));
        alert("night:2026-11-20", 95);
        SwarmStopRequested stop = work.toldToStop();

        sender.send(Samples.completed(work.swarm(), work.task(), raised.getLast()));
        await().until(() -> stateOf(work.task()).equals("PROVEN"));
        sender.send(stopped(work, stop));
        settleHere();

        assertThat(stateOf(work.task())).isEqualTo("PROVEN");
    }

    /** What works on a task. */
    private final class Work {

        private final TaskId task;
        private final SwarmId swarm;

        Work(TaskId task, SwarmId swarm) {
            this.task = task;
            this.swarm = swarm;
        }

        TaskId task() {
            return task;
        }

        SwarmId swarm() {
            return swarm;
        }

        SwarmStopRequested toldToStop() {
            return probe.await(SwarmStopRequested.class, stop -> stop.swarm().equals(swarm));
        }

        List<SwarmStopRequested> orders() {
            return probe.heard(SwarmStopRequested.class).stream()
                    .filter(stop -> stop.swarm().equals(swarm))
                    .toList();
        }

        boolean isToldToStop() {
            return !orders().isEmpty();
        }
    }

    private Work work(FindingEvent.Raised finding) {
        raised.add(finding);
        sender.send(finding);
        TaskId task = await().until(
                        () -> jdbc.sql("select id from task where finding = :finding and state = 'RUNNING'")
                                .param("finding", finding.finding().value())
                                .query(String.class)
                                .optional()
                                .map(TaskId::new),
                        java.util.Optional::isPresent)
                .orElseThrow();
        return current(task);
    }

    private Work current(TaskId task) {
        return jdbc.sql("select coalesce(swarm, 'none') from task where id = :id")
                .param("id", task.value())
                .query((row, n) -> new Work(task, new SwarmId(row.getString(1))))
                .single();
    }

    private int attempt(TaskId task) {
        return jdbc.sql("select attempt from task where id = :id")
                .param("id", task.value())
                .query(Integer.class)
                .single();
    }

    /** Waits until this planner has handled everything sent before; another one in this process may be quicker. */
    private void settleHere() {
        FindingEvent.Raised last =
                Samples.raised(Samples.repositoryName(), Samples.testFailure(1, 40), Failure.Classification.FLAKY);
        String scope = "repository:" + last.repository();
        sender.send(last);
        alert(scope, 25);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                select (select count(*) from task where finding = :finding)
                                    + (select count(*) from budget_alert where scope = :scope)
                                """)
                                .param("finding", last.finding().value())
                                .param("scope", scope)
                                .query(Integer.class)
                                .single()
                        == 2);
    }

    private void alert(String scope, int percent) {
        sender.send(alerted(scope, percent));
    }

    private static BudgetEvent.Alerted alerted(String scope, int percent) {
        return new BudgetEvent.Alerted(
                scope, percent, Money.micros(percent * 1_000_000L), Money.dollars(100), MIDNIGHT);
    }

    private static BudgetEvent.RateTripped tripped(Work work) {
        return new BudgetEvent.RateTripped(
                work.swarm(), Money.dollars(3), Money.dollars(1), "Its calls cost $3 in 60 s; usual is $1");
    }

    private SwarmEvent.Stopped stopped(Work work, SwarmStopRequested stop) {
        return new SwarmEvent.Stopped(
                work.swarm(),
                work.task(),
                raised.getFirst().finding(),
                repository,
                stop.decision().outcome(),
                new SwarmEvent.Usage(Duration.ofSeconds(20), 2));
    }

    private static FindingEvent.Resolved resolved(FindingEvent.Raised finding) {
        return new FindingEvent.Resolved(finding.finding(), Samples.GOOD, "the job passes again");
    }
}
