package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.DispatchEvent.SwarmStopRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CLI-1, MODE-7: a person ends one task, once, whatever comes at the same time. */
class CallingOffIT extends WholePlanner {

    private final RepositoryName repository = Samples.repositoryName();
    private final FindingEvent.Raised finding = Samples.regression(repository);

    @BeforeEach
    void watch() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
    }

    /** Asked twice under one id and twice under others, broken off once in the middle, and followed by late words of its swarm. */
    @Test
    void itsSwarmIsCalledOffOnceAndNothingStartsItAgain() {
        SwarmRequested running = started();

        failInserts("decision", 1);
        Envelope asked = sender.send(stop(running.task()));
        TaskEvent.Parked ended = ended(running.task());
        mendInserts("decision");
        sender.send(stop(running.task()), asked);
        sender.send(stop(running.task()));
        sender.send(Samples.failed(running.swarm(), running.task(), finding, SwarmEvent.Reason.ENVIRONMENT));
        sender.send(Samples.denied(running.swarm(), Samples.NOW));
        sender.send(Samples.completed(running.swarm(), running.task(), finding));
        awaitDecision(running.task(), "changes nothing");
        settle();

        assertThat(ended.decision().outcome()).isEqualTo("Ada ended it: I mend it by hand");
        assertThat(ended.decision().inputs()).containsEntry("by", "Ada");
        assertThat(orders(running)).hasSize(1);
        assertThat(orders(running).getFirst().decision().outcome()).contains("Ada", "by hand");
        assertThat(stateOf(running.task())).isEqualTo("PARKED");
        assertThat(requestsOf(finding)).hasSize(1);
    }

    /** MODE-7: the failure is still there. */
    @Test
    void aCrisisGoesOnAndEndsWithTheFailure() {
        SwarmRequested running = started();
        await().until(() -> mode().equals("CRISIS"));

        sender.send(stop(running.task()));
        ended(running.task());
        modes.now();

        assertThat(mode()).isEqualTo("CRISIS");
        sender.send(new FindingEvent.Resolved(finding.finding(), Samples.GOOD, "the job passes again"));
        await().until(() -> stateOf(running.task()).equals("CLOSED"));
        await().until(() -> !mode().equals("CRISIS"));
    }

    /** AUTH-10: a yes that comes after it starts nothing. */
    @Test
    void aQuestionIsOverToo() {
        FindingEvent.Raised unclear = Samples.raised(repository, Samples.testFailure(8, 40), Classification.REGRESSION);
        sender.send(unclear);
        TaskEvent.ApprovalRequired question = probe.await(
                TaskEvent.ApprovalRequired.class, event -> event.finding().equals(unclear.finding()));
        TaskEvent.Question shown = Objects.requireNonNull(question.question());

        sender.send(stop(question.task()));
        ended(question.task());
        sender.send(new ControlEvent.TaskApproved(question.task(), shown.approval(), shown.quote(), "Bo", "go on"));
        awaitDecision(question.task(), "a yes changes nothing");

        assertThat(stateOf(question.task())).isEqualTo("PARKED");
        assertThat(requestsOf(unclear)).isEmpty();
    }

    /** CHG-1: what people can see is theirs; a draft that was opened meanwhile is said. */
    @Test
    void whatIsOfferedStaysAndWhatIsOfferedTooLateIsSaid() {
        SwarmRequested first = started();
        sender.send(Samples.proposed(first.swarm(), first.task(), repository));
        await().until(() -> stateOf(first.task()).equals("PROPOSED"));
        FindingEvent.Raised other = Samples.onBranch(
                "main",
                Samples.raised(Samples.repositoryName(), Samples.testFailure(1, 40), Classification.REGRESSION));
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(other.repository()), "a person"));
        sender.send(other);
        SwarmRequested second = requested(other);

        sender.send(stop(first.task()));
        sender.send(Samples.completed(second.swarm(), second.task(), other));
        await().until(() -> stateOf(second.task()).equals("PROVEN"));
        sender.send(stop(second.task()));
        ended(second.task());
        sender.send(Samples.proposed(second.swarm(), second.task(), other.repository()));
        awaitDecision(first.task(), "close the pull request");
        awaitDecision(second.task(), "although the task has ended");

        assertThat(stateOf(first.task())).isEqualTo("PROPOSED");
        assertThat(stateOf(second.task())).isEqualTo("PARKED");
        assertThat(orders(second)).isEmpty();
    }

    @Test
    void aTaskThatNobodyKnowsIsPassedOver() {
        sender.send(stop(TaskId.make(Samples.NOW)));
        SwarmRequested running = started();

        sender.send(stop(running.task()));

        assertThat(ended(running.task()).decision().rule()).isEqualTo("CLI-1");
    }

    private SwarmRequested started() {
        sender.send(finding);
        return requested(finding);
    }

    private static ControlEvent.TaskStopRequested stop(TaskId task) {
        return new ControlEvent.TaskStopRequested(task, "Ada", "I mend it by hand");
    }

    private TaskEvent.Parked ended(TaskId task) {
        return probe.await(TaskEvent.Parked.class, event -> event.task().equals(task));
    }

    private List<SwarmStopRequested> orders(SwarmRequested running) {
        return probe.heard(SwarmStopRequested.class).stream()
                .filter(order -> order.swarm().equals(running.swarm()))
                .toList();
    }

    private String mode() {
        return jdbc.sql("select mode from mode").query(String.class).single();
    }

    private void awaitDecision(TaskId task, String words) {
        await().until(() -> jdbc.sql("select count(*) from decision where task = :task and outcome like :words")
                        .param("task", task.value())
                        .param("words", "%" + words + "%")
                        .query(Long.class)
                        .single()
                > 0);
    }
}
