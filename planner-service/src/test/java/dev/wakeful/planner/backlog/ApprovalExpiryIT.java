package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** AUTH-10: how long a question stands is decided by the mode in which it is asked; its end parks, and is never a yes. */
@TestPropertySource(properties = "wakeful.planner.approvals.expiry-maintenance=30m")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ApprovalExpiryIT extends WholePlanner {

    private static final Instant HALF_AN_HOUR_LATER = Samples.NOW.plus(Duration.ofMinutes(30));

    private final RepositoryName repository = Samples.repositoryName();

    @Test
    void aQuestionOfAModeExpiresByItsOwnTimeEvenAfterTheMode() {
        hearWhatEarlierTestsHaveSent();
        sender.send(new ControlEvent.ModeRequested(
                Mode.MAINTENANCE, Samples.NOW.plus(Duration.ofMinutes(10)), "Ada", "clean up"));
        await().until(() ->
                jdbc.sql("select mode from mode").query(String.class).single().equals("MAINTENANCE"));
        // more failing tests than are mended without a person (AUTH-1)
        FindingEvent.Raised asked = Samples.raised(repository, Samples.testFailure(8, 40), Classification.REGRESSION);
        sender.send(asked);
        // other planners in this process ask too, by their own settings
        TaskEvent.ApprovalRequired question = probe.await(
                TaskEvent.ApprovalRequired.class,
                event -> event.finding().equals(asked.finding())
                        && Objects.requireNonNull(event.question()).expiresAt().equals(HALF_AN_HOUR_LATER));

        pass(Duration.ofMinutes(30));
        TaskEvent.Parked parked =
                probe.await(TaskEvent.Parked.class, event -> event.task().equals(question.task()));

        assertThat(parked.decision().outcome()).contains("nobody answered");
        assertThat(requestsOf(asked)).isEmpty();
    }

    /** This planner begins at the start of each stream; what led to a crisis there must not last. */
    private void hearWhatEarlierTestsHaveSent() {
        FindingEvent.Raised last = Samples.raised(repository, Samples.testFailure(1, 40), Classification.FLAKY);
        sender.send(last);
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                select (select count(*) from task where finding = :finding)
                                    + (select count(*) from repository where name = :repository)
                                """)
                                .param("finding", last.finding().value())
                                .param("repository", repository.value())
                                .query(Integer.class)
                                .single()
                        == 2);
        forget();
    }
}
