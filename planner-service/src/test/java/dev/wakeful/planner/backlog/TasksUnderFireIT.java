package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicates, reordering and crashes on the real broker and database: STATE-1, STATE-3. */
class TasksUnderFireIT extends WholePlanner {

    private final RepositoryName repository = Samples.repositoryName();
    private final FindingEvent.Raised finding = Samples.regression(repository);

    @BeforeEach
    void watch() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
    }

    /** TRG-16 */
    @Test
    void aFindingThatIsToldTwiceIsOneTask() {
        Envelope envelope = sender.send(finding);
        sender.send(finding, envelope);
        sender.send(finding);
        settle();

        DispatchEvent.SwarmRequested request = requested(finding);

        assertThat(requestsOf(finding)).hasSize(1);
        assertThat(told(request.task())).hasSize(2);
    }

    /** TRG-16 */
    @Test
    void aSecondReportIsAttachedAndMakesNoTask() {
        sender.send(finding);
        sender.send(new FindingEvent.Attached(finding.finding(), new BuildId("github:job:2"), Samples.BAD, 2));
        settle();

        DispatchEvent.SwarmRequested request = requested(finding);

        assertThat(requestsOf(finding)).hasSize(1);
        assertThat(jdbc.sql("select reports from task where id = :id")
                        .param("id", request.task().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDenialThatComesAfterTheProofMovesNothing() {
        sender.send(finding);
        DispatchEvent.SwarmRequested request = requested(finding);

        sender.send(Samples.proposed(request.swarm(), request.task(), repository));
        probe.await(TaskEvent.Proposed.class, event -> event.task().equals(request.task()));
        sender.send(Samples.completed(request.swarm(), request.task(), finding));
        sender.send(Samples.denied(request.swarm(), Samples.NOW));
        sender.send(Samples.failed(request.swarm(), request.task(), finding, Reason.ENVIRONMENT));
        settle();

        assertThat(stateOf(request.task())).isEqualTo("PROPOSED");
        assertThat(requestsOf(finding)).hasSize(1);
    }

    /** TRG-16, LIM-4 */
    @Test
    void thereIsASecondAttemptAndNoThirdAndTheOldSwarmIsNotHeard() {
        sender.send(finding);
        DispatchEvent.SwarmRequested first = requested(finding);

        sender.send(Samples.failed(first.swarm(), first.task(), finding, Reason.ENVIRONMENT));
        DispatchEvent.SwarmRequested second = requestedAgain(first);
        sender.send(Samples.failed(first.swarm(), first.task(), finding, Reason.NOT_FIXED));
        sender.send(Samples.failed(second.swarm(), first.task(), finding, Reason.TIME_LIMIT));
        TaskEvent.Parked parked =
                probe.await(TaskEvent.Parked.class, event -> event.task().equals(first.task()));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(parked.decision().inputs()).containsEntry("reason", "TIME_LIMIT");
        assertThat(requestsOf(finding)).hasSize(2);
        assertThat(decisionsOf(first.task())).containsExactly("AUTH-1", "LIM-4", "LIM-4", "TRG-16");
    }

    @Test
    void aCrashBeforeTheSwarmIsAskedForLosesAndDoublesNothing() {
        sender.send(Samples.regression(repository));
        failInserts("decision", 2);

        sender.send(finding);
        DispatchEvent.SwarmRequested request = requested(finding);
        mendInserts("decision");
        settle();

        assertThat(requestsOf(finding)).hasSize(1);
        assertThat(told(request.task())).hasSize(2);
        assertThat(decisionsOf(request.task())).containsExactly("AUTH-1", "LIM-4");
    }

    @Test
    void aResolvedFindingClosesItsTaskOnce() {
        sender.send(finding);
        DispatchEvent.SwarmRequested request = requested(finding);
        FindingEvent.Resolved resolved =
                new FindingEvent.Resolved(finding.finding(), Samples.GOOD, "the job passes again");

        sender.send(resolved);
        sender.send(resolved);
        sender.send(Samples.failed(request.swarm(), request.task(), finding, Reason.ENVIRONMENT));
        settle();

        assertThat(told(request.task())).last().isInstanceOf(TaskEvent.Closed.class);
        assertThat(told(request.task())).hasSize(3);
        assertThat(requestsOf(finding)).hasSize(1);
    }

    /** WAKE-3 */
    @Test
    void aRecordedDecisionCannotBeChanged() {
        sender.send(finding);
        requested(finding);

        assertThatThrownBy(() ->
                        jdbc.sql("update decision set outcome = 'another'").update())
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> jdbc.sql("delete from decision").update()).hasMessageContaining("only ever added");
    }
}
