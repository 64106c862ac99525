package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.testing.EventProbe;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every wait ends, and what goes on after it stays in its lineage and trace (STATE-4). */
class WaitsIT extends WholePlanner {

    @Autowired
    private SafeMode safeMode;

    private final RepositoryName repository = Samples.repositoryName();
    private final FindingEvent.Raised finding = Samples.regression(repository);
    private final ControlEvent.RepositoryAdded added =
            new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person");

    /** BUD-2 */
    @Test
    void aDeniedTaskStartsAgainWhenTheWindowEnds() {
        sender.send(added);
        Envelope raised = sender.send(finding);
        DispatchEvent.SwarmRequested first = requested(finding);
        Instant retryAt = Samples.NOW.plus(Duration.ofHours(2));

        sender.send(Samples.denied(first.swarm(), retryAt));
        TaskEvent.Postponed postponed =
                probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));
        pass(Duration.ofHours(2));
        DispatchEvent.SwarmRequested second = requestedAgain(first);

        assertThat(postponed.until()).isEqualTo(retryAt);
        assertThat(second.attempt()).isEqualTo(1);
        assertSameLineageAndTrace(raised, second);
    }

    @Test
    void aTaskThatTurnsOutFlakyWhileItWaitsIsNotStarted() {
        sender.send(added);
        sender.send(finding);
        DispatchEvent.SwarmRequested first = requested(finding);
        sender.send(Samples.denied(first.swarm(), Samples.NOW.plus(Duration.ofHours(2))));
        probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));

        sender.send(new FindingEvent.Reclassified(finding.finding(), Classification.FLAKY, "passes and fails"));
        probe.await(TaskEvent.Parked.class, event -> event.task().equals(first.task()));
        pass(Duration.ofHours(2));
        awaitNoJobOf(first);

        assertThat(requestsOf(finding)).hasSize(1);
    }

    @Test
    void aFindingThatComesBeforeItsRepositoryIsKnownStartsWhenItIs() {
        Envelope raised = sender.send(finding);
        probe.await(TaskEvent.Planned.class, planned -> planned.finding().equals(finding.finding()));

        sender.send(added);
        DispatchEvent.SwarmRequested request = requested(finding);

        assertSameLineageAndTrace(raised, request);
    }

    @Test
    void aRepositoryThatNeverComesIsNotWaitedForWithoutEnd() {
        sender.send(finding);
        TaskEvent.Planned planned =
                probe.await(TaskEvent.Planned.class, event -> event.finding().equals(finding.finding()));

        pass(Intake.PATIENCE);
        TaskEvent.Parked parked =
                probe.await(TaskEvent.Parked.class, event -> event.task().equals(planned.task()));

        assertThat(parked.decision().outcome()).contains("wakeful repo add");
        assertThat(requestsOf(finding)).isEmpty();
    }

    @Test
    void aTaskThatWaitsIsSetAsideWhenItsRepositoryIsRemoved() {
        sender.send(added);
        sender.send(finding);
        DispatchEvent.SwarmRequested first = requested(finding);
        sender.send(Samples.denied(first.swarm(), Samples.NOW.plus(Duration.ofHours(2))));
        probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));

        sender.send(new ControlEvent.RepositoryRemoved(repository, "a person"));

        probe.await(TaskEvent.Parked.class, event -> event.task().equals(first.task()));
        assertThat(stateOf(first.task())).isEqualTo("PARKED");
    }

    /** STOP-3, LIM-4: what a stop ended goes on after a person has resumed, as the same attempt; words may come twice. */
    @Test
    void whatAnEmergencyStopEndedGoesOnAfterAResume() {
        long epoch = System.nanoTime();
        sender.send(added);
        sender.send(finding);
        DispatchEvent.SwarmRequested first = requested(finding);
        sender.send(new ControlEvent.Stopped(epoch, Samples.NOW, "mona", "too much"));
        Awaitility.await().until(() -> safeMode.isStopped());
        SwarmEvent.Stopped ended = new SwarmEvent.Stopped(
                first.swarm(), first.task(), first.finding(), repository, "stop", SwarmEvent.Usage.NONE);
        Envelope once = sender.send(ended);
        sender.send(ended, once);
        sender.send(ended);
        FindingEvent.Raised late = Samples.regression(repository);
        sender.send(late);
        TaskEvent.Postponed postponed =
                probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));
        probe.await(
                TaskEvent.Postponed.class,
                event -> !event.task().equals(first.task())
                        && event.decision().rule().equals("STOP-3"));
        assertThat(postponed.decision().rule()).isEqualTo("STOP-3");
        assertThat(requestsOf(late)).isEmpty();

        sender.send(new ControlEvent.Resumed(epoch, "mona", "looked at"));

        DispatchEvent.SwarmRequested second = requestedAgain(first);
        assertThat(second.attempt()).isEqualTo(1);
        assertThat(requested(late).attempt()).isEqualTo(1);
    }

    private void awaitNoJobOf(DispatchEvent.SwarmRequested request) {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_instance like :task || '@%'")
                                .param("task", request.task().value())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void assertSameLineageAndTrace(Envelope raised, DispatchEvent.SwarmRequested request) {
        Envelope envelope = probe.heard().stream()
                .filter(heard -> heard.event().equals(request))
                .map(EventProbe.Heard::envelope)
                .findFirst()
                .orElseThrow();
        assertThat(envelope.lineage()).isEqualTo(raised.lineage());
        assertThat(envelope.cause()).isEqualTo(raised.id());
        assertThat(Tracing.traceId(envelope.traceparent())).isEqualTo(Tracing.traceId(raised.traceparent()));
    }
}
