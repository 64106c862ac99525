package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that needs a person becomes a question, and goes on with exactly its answer: AUTH-10, AUTH-11, BUD-7. */
class ApprovalIT extends WholePlanner {

    private final RepositoryName repository = Samples.repositoryName();
    private final FindingEvent.Raised finding =
            Samples.raised(repository, Samples.testFailure(8, 40), Classification.REGRESSION);

    @BeforeEach
    void watch() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
    }

    @Test
    void aYesStartsTheTaskWithTheMoneyThatPeopleApprove() {
        TaskEvent.ApprovalRequired asked = asked();

        Envelope yes = sender.send(yes(asked));
        DispatchEvent.SwarmRequested request = requested(finding);

        assertThat(questionOf(asked).quote()).isEqualTo(Money.micros(240_000));
        assertThat(questionOf(asked).expiresAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(12)));
        assertThat(questionOf(asked).risk()).contains("draft");
        assertThat(request.funding()).isEqualTo(DispatchEvent.Funding.APPROVED);
        assertThat(request.quote()).isEqualTo(questionOf(asked).quote());
        TaskEvent.Started started =
                probe.await(TaskEvent.Started.class, event -> event.task().equals(asked.task()));
        assertThat(started.decision().rule()).isEqualTo("AUTH-10");
        assertThat(started.decision().outcome()).contains("Ada", "the release waits");
        assertThat(yes).isNotNull();
    }

    /** The same answer twice, under one id and under two. */
    @Test
    void aYesThatIsToldAgainStartsNothingMore() {
        TaskEvent.ApprovalRequired asked = asked();
        ControlEvent.TaskApproved yes = yes(asked);

        Envelope envelope = sender.send(yes);
        sender.send(yes, envelope);
        sender.send(yes);
        awaitDecisions(asked.task(), "changes nothing", 1);

        assertThat(requestsOf(finding)).hasSize(1);
        assertThat(decisionsOf(asked.task())).containsExactly("AUTH-11", "AUTH-10", "AUTH-10");
    }

    @Test
    void answersToSomethingElseChangeNothingAndAreRecorded() {
        TaskEvent.ApprovalRequired asked = asked();
        TaskEvent.Question question = questionOf(asked);

        sender.send(new ControlEvent.TaskApproved(
                asked.task(), ApprovalId.make(Samples.NOW), question.quote(), "Ada", "an older one"));
        sender.send(new ControlEvent.TaskApproved(
                asked.task(), question.approval(), Money.dollars(1), "Ada", "another quote"));
        sender.send(new ControlEvent.TaskDenied(asked.task(), ApprovalId.make(Samples.NOW), "Ada", "an older one"));
        sender.send(new ControlEvent.TaskApproved(
                TaskId.make(Samples.NOW), question.approval(), question.quote(), "Ada", "another task"));
        awaitDecisions(asked.task(), "changes nothing", 3);

        assertThat(requestsOf(finding)).isEmpty();
        assertThat(stateOf(asked.task())).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void aNoSetsTheTaskAside() {
        TaskEvent.ApprovalRequired asked = asked();

        sender.send(new ControlEvent.TaskDenied(asked.task(), questionOf(asked).approval(), "Ada", "too dear"));
        TaskEvent.Parked parked =
                probe.await(TaskEvent.Parked.class, event -> event.task().equals(asked.task()));
        sender.send(yes(asked));
        awaitDecisions(asked.task(), "changes nothing", 1);

        assertThat(parked.decision().outcome()).contains("Ada said no: too dear");
        assertThat(requestsOf(finding)).isEmpty();
    }

    @Test
    void aQuestionThatNobodyAnswersParksAndNeverPasses() {
        TaskEvent.ApprovalRequired asked = asked();

        pass(Duration.ofHours(12));
        TaskEvent.Parked parked =
                probe.await(TaskEvent.Parked.class, event -> event.task().equals(asked.task()));
        sender.send(yes(asked));
        awaitDecisions(asked.task(), "changes nothing", 1);

        assertThat(parked.decision().outcome()).contains("nobody answered");
        assertThat(requestsOf(finding)).isEmpty();
    }

    @Test
    void aCrashInTheMiddleOfAYesLosesAndDoublesNothing() {
        TaskEvent.ApprovalRequired asked = asked();
        failInserts("decision", 2);

        sender.send(yes(asked));
        DispatchEvent.SwarmRequested request = requested(finding);
        mendInserts("decision");

        assertThat(requestsOf(finding)).hasSize(1);
        assertThat(decisionsOf(asked.task())).containsExactly("AUTH-11", "AUTH-10");
        assertThat(request.attempt()).isEqualTo(1);
    }

    /** A yes is for one attempt: the next one is another question, and the answer to the first does not fit it. */
    @Test
    void aSecondAttemptIsAnotherQuestion() {
        TaskEvent.ApprovalRequired asked = asked();
        sender.send(yes(asked));
        DispatchEvent.SwarmRequested first = requested(finding);

        sender.send(Samples.failed(first.swarm(), first.task(), finding, Reason.ENVIRONMENT));
        TaskEvent.ApprovalRequired again = askedAfter(asked);
        sender.send(yes(asked));
        awaitDecisions(asked.task(), "changes nothing", 1);
        sender.send(yes(again));
        DispatchEvent.SwarmRequested second = requestedAgain(first);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.funding()).isEqualTo(DispatchEvent.Funding.APPROVED);
        assertThat(requestsOf(finding)).hasSize(2);
    }

    /** BUD-7 */
    @Test
    void aTaskThatTheAutomaticMoneyCannotPayIsAskedFor() {
        FindingEvent.Raised small = Samples.regression(repository);
        sender.send(small);
        DispatchEvent.SwarmRequested first = requested(small);
        // in a crisis the reserve pays, see EmergencyIT
        await().until(() -> jdbc.sql("update mode set mode = 'ACTIVE' where mode = 'CRISIS'")
                        .update()
                == 1);

        sender.send(new BudgetEvent.Denied(
                first.swarm(),
                first.quote(),
                "day-automatic:2026-11-20",
                Money.micros(100_000),
                Samples.NOW.plus(Duration.ofHours(14))));
        TaskEvent.ApprovalRequired asked = probe.await(
                TaskEvent.ApprovalRequired.class, event -> event.task().equals(first.task()));
        sender.send(yes(asked));
        DispatchEvent.SwarmRequested second = requestedAgain(first);

        assertThat(first.funding()).isEqualTo(DispatchEvent.Funding.AUTOMATIC);
        assertThat(asked.decision().outcome()).contains("day-automatic:2026-11-20 has $0.10 left");
        assertThat(second.funding()).isEqualTo(DispatchEvent.Funding.APPROVED);
        assertThat(second.attempt()).isEqualTo(1);
    }

    /** BUD-2: nothing ran, so the yes still stands when the next window opens. */
    @Test
    void aYesOutlastsADenialOfItsMoney() {
        TaskEvent.ApprovalRequired asked = asked();
        sender.send(yes(asked));
        DispatchEvent.SwarmRequested first = requested(finding);

        sender.send(Samples.denied(first.swarm(), Samples.NOW.plus(Duration.ofHours(2))));
        probe.await(TaskEvent.Postponed.class, event -> event.task().equals(asked.task()));
        pass(Duration.ofHours(2));
        DispatchEvent.SwarmRequested second = requestedAgain(first);

        assertThat(second.funding()).isEqualTo(DispatchEvent.Funding.APPROVED);
    }

    private TaskEvent.ApprovalRequired asked() {
        sender.send(finding);
        return probe.await(
                TaskEvent.ApprovalRequired.class, event -> event.finding().equals(finding.finding()));
    }

    private TaskEvent.ApprovalRequired askedAfter(TaskEvent.ApprovalRequired first) {
        return probe.await(
                TaskEvent.ApprovalRequired.class,
                event -> event.task().equals(first.task())
                        && !questionOf(event)
                                .approval()
                                .equals(questionOf(first).approval()));
    }

    private static TaskEvent.Question questionOf(TaskEvent.ApprovalRequired asked) {
        return Objects.requireNonNull(asked.question());
    }

    private static ControlEvent.TaskApproved yes(TaskEvent.ApprovalRequired asked) {
        return new ControlEvent.TaskApproved(
                asked.task(), questionOf(asked).approval(), questionOf(asked).quote(), "Ada", "the release waits");
    }

    private void awaitDecisions(TaskId task, String outcome, int count) {
        await().until(() ->
                jdbc.sql("select count(*) from decision where task = :task and outcome like '%' || :outcome || '%'")
                                .param("task", task.value())
                                .param("outcome", outcome)
                                .query(Integer.class)
                                .single()
                        == count);
    }
}
