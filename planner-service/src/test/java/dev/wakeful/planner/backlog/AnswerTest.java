package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.authority.Terms;
import dev.wakeful.planner.dispatch.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AUTH-10: an answer counts for exactly the question that is open, as it was shown. */
class AnswerTest {

    private static final FindingEvent.Raised FINDING = Samples.regression(Samples.repositoryName());
    private static final TaskId TASK = TaskId.make(Samples.NOW);
    private static final Offer OFFER = new Offer(Duration.ofMinutes(30), Money.micros(240_000), 2);
    private static final TaskEvent.Question QUESTION = Question.of(OFFER, Samples.NOW, Duration.ofHours(12));
    private static final ApprovalId ANOTHER = ApprovalId.make(Samples.NOW);

    @Test
    void aYesToExactlyTheQuestionStartsWithApprovedMoney() {
        Answer answer = Answer.to(awaiting(), yes(QUESTION.approval(), QUESTION.quote()), Samples.NOW);

        assertThat(answer).isInstanceOfSatisfying(Answer.Yes.class, yes -> {
            assertThat(yes.tries().funding()).isEqualTo(Funding.APPROVED);
            assertThat(yes.because()).contains("Ada", "the release waits", "$0.24");
        });
    }

    @Test
    void anAnswerToAnOlderQuestionChangesNothing() {
        assertVoid(Answer.to(awaiting(), yes(ANOTHER, QUESTION.quote()), Samples.NOW), "another question");
        assertVoid(Answer.to(awaiting(), no(ANOTHER), Samples.NOW), "another question");
    }

    @Test
    void aYesToAnotherQuoteChangesNothing() {
        assertVoid(
                Answer.to(awaiting(), yes(QUESTION.approval(), Money.dollars(1)), Samples.NOW),
                "it names $1.00, asked was for $0.24");
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() {
        Instant end = QUESTION.expiresAt();

        assertThat(Answer.to(awaiting(), yes(QUESTION.approval(), QUESTION.quote()), end.minusMillis(1)))
                .isInstanceOf(Answer.Yes.class);
        assertVoid(Answer.to(awaiting(), yes(QUESTION.approval(), QUESTION.quote()), end), "expired");
    }

    @Test
    void aTaskThatMovedOnIsNotMovedByAnAnswer() {
        List<TaskState> others = List.of(
                new TaskState.Running(SwarmId.make(Samples.NOW), Tries.FIRST),
                new TaskState.Parked(),
                new TaskState.Closed());

        assertThat(others).allSatisfy(state -> {
            assertVoid(
                    Answer.to(task(state), yes(QUESTION.approval(), QUESTION.quote()), Samples.NOW),
                    "no question is open");
            assertVoid(Answer.to(task(state), no(QUESTION.approval()), Samples.NOW), "no question is open");
        });
    }

    @Test
    void aNoSetsAsideWithItsReason() {
        Answer answer = Answer.to(awaiting(), no(QUESTION.approval()), Samples.NOW);

        assertThat(answer).isInstanceOfSatisfying(Answer.No.class, no -> {
            assertThat(no.move().to()).isEqualTo(new TaskState.Parked());
            assertThat(no.move().decision().outcome()).contains("Ada said no: too dear");
        });
    }

    @Test
    void whatAPersonWritesIsCut() {
        ControlEvent.TaskDenied no = new ControlEvent.TaskDenied(TASK, QUESTION.approval(), "Ada", "x".repeat(100_000));

        Answer answer = Answer.to(awaiting(), no, Samples.NOW);

        assertThat(((Answer.No) answer).move().decision().outcome()).hasSizeLessThan(600);
    }

    private static void assertVoid(Answer answer, String why) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Void.class, nothing -> {
            assertThat(nothing.why().rule()).isEqualTo("AUTH-10");
            assertThat(nothing.why().outcome()).contains("changes nothing", why);
            assertThat(nothing.why().inputs()).containsEntry("by", "Ada");
        });
    }

    private static ControlEvent.TaskApproved yes(ApprovalId approval, Money quote) {
        return new ControlEvent.TaskApproved(TASK, approval, quote, "Ada", "the release waits");
    }

    private static ControlEvent.TaskDenied no(ApprovalId approval) {
        return new ControlEvent.TaskDenied(TASK, approval, "Ada", "too dear");
    }

    private static Task awaiting() {
        return task(new TaskState.AwaitingApproval(QUESTION, Tries.FIRST));
    }

    private static Task task(TaskState state) {
        return new Task(
                TASK,
                FINDING,
                Failure.Classification.REGRESSION,
                new Terms(1, 1, Money.dollars(5)),
                state,
                new Origin(LineageId.make(Samples.NOW), null, null));
    }
}
