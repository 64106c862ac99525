package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import dev.wakeful.planner.repository.Repositories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Only so much starts, exactly, and what waits goes on by itself: LIM-1, LIM-3, MODE-1…4 */
class LimitsIT extends WholePlanner {

    @Autowired
    private Intake intake;

    @Autowired
    private Repositories repositories;

    @Autowired
    private PlatformTransactionManager transactions;

    private final RepositoryName repository = Samples.repositoryName();

    /** MODE-1: ten in ACTIVE, however many want to start at the same instant. */
    @Test
    void manyAtTheSameTimeStartNoMoreThanTheModeAllows() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> repositories.add(Samples.repository(repository)));
        List<FindingEvent.Raised> findings = IntStream.range(0, 32)
                .mapToObj(n -> Samples.regression(repository))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            findings.forEach(
                    finding -> threads.execute(() -> transaction.executeWithoutResult(status -> intake.take(finding))));
        }

        assertThat(inState("RUNNING")).isEqualTo(10);
        assertThat(inState("POSTPONED")).isEqualTo(22);
    }

    /** MODE-4, WAKE-2: a crisis has more room, and the end of a swarm makes room for exactly one. */
    @Test
    void whatWaitsStartsWhenThereIsRoom() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        List<FindingEvent.Raised> findings =
                Stream.generate(() -> Samples.regression(repository)).limit(17).toList();

        findings.forEach(sender::send);
        await().until(() -> inState("RUNNING") == 15 && inState("POSTPONED") == 2);
        DispatchEvent.SwarmRequested first = requested(findings.getFirst());
        sender.send(Samples.failed(first.swarm(), first.task(), findings.getFirst(), Reason.NOT_FIXED));
        await().until(() -> inState("POSTPONED") == 1);

        assertThat(inState("RUNNING")).isEqualTo(15);
        assertThat(inState("PARKED")).isEqualTo(1);
    }

    /** LIM-3 */
    @Test
    void theSameAreaRestsAfterAChangeAndGoesOnByItself() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        FindingEvent.Raised first = Samples.regression(repository);
        sender.send(first);
        DispatchEvent.SwarmRequested request = requested(first);
        sender.send(Samples.proposed(request.swarm(), request.task(), repository));
        probe.await(TaskEvent.Proposed.class, event -> event.task().equals(request.task()));

        FindingEvent.Raised second = Samples.regression(repository);
        sender.send(second);
        TaskEvent.Postponed postponed = probe.await(
                TaskEvent.Postponed.class, event -> event.decision().rule().equals("LIM-3"));
        pass(Duration.ofMinutes(30));
        DispatchEvent.SwarmRequested later = requested(second);

        assertThat(postponed.until()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(30)));
        assertThat(later.task()).isEqualTo(postponed.task());
    }

    private int inState(String state) {
        return jdbc.sql("select count(*) from task where state = :state and repository = :repository")
                .param("state", state)
                .param("repository", repository.value())
                .query(Integer.class)
                .single();
    }
}
