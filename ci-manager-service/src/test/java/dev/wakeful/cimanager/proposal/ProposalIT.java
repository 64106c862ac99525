package dev.wakeful.cimanager.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.cimanager.ArtefactServer;
import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.cimanager.HandlerFailures;
import dev.wakeful.cimanager.SampleRepository;
import dev.wakeful.cimanager.forge.Forge;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.effect.EpochFence;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** CHG-1, DEV-9, STATE-1: one draft pull request for one proven change, whatever happens in between. */
@CiManagerTest
class ProposalIT {

    @TempDir
    private Path scratch;

    @Autowired
    private WatchedRepositories repositories;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Proposing proposing;

    @Autowired
    private Offer offer;

    @Autowired
    private Opening opening;

    @Autowired
    private Forge forge;

    @Autowired
    private EpochFence fence;

    @Autowired
    private SafeMode safeMode;

    private final EventProbe probe = new EventProbe(Stream.CHANGE);
    private final EventSender events = new EventSender();
    private final ArtefactServer artefacts = new ArtefactServer();
    private final RepositoryName name = new RepositoryName("acme/" + UUID.randomUUID());
    private final TaskId task = TaskId.make(Instant.now());

    @BeforeEach
    void watch() {
        jdbc.sql("delete from allowance").update();
        SampleRepository.in(directory());
        new TransactionTemplate(transactions).executeWithoutResult(status -> repositories.put(watched()));
    }

    @AfterEach
    void close() {
        probe.close();
        events.close();
        artefacts.close();
    }

    @Test
    void aProvenChangeBecomesADraftPullRequestInItsTraceAndLineage() {
        SwarmEvent.Completed completed = completed();

        Envelope envelope = events.send(completed);
        ChangeEvent.Proposed proposed = probe.await(ChangeEvent.Proposed.class, this::isOurs);

        assertThat(proposed.head()).isEqualTo(completed.head());
        assertThat(proposed.branch()).isEqualTo("wakeful/" + task);
        assertThat(proposed.base()).isEqualTo("main");
        assertThat(proposed.draft()).isTrue();
        assertThat(proposed.url()).isEqualTo("http://127.0.0.1:8420/tasks/" + task + "#pull-request");
        assertThat(pull().id()).isEqualTo(proposed.pullRequest());
        assertThat(pull().body()).contains("Break it", "0af7651916cd43dd8448eb211c80319c");
        Envelope said = probe.heard().stream()
                .filter(heard -> heard.event().equals(proposed))
                .findFirst()
                .orElseThrow()
                .envelope();
        assertThat(said.lineage()).isEqualTo(envelope.lineage());
        assertThat(said.cause()).isEqualTo(envelope.id());
        assertThat(said.traceparent()).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void theSameNewsTwiceIsOnePullRequest() {
        SwarmEvent.Completed completed = completed();

        Envelope envelope = events.send(completed);
        events.send(completed, envelope);
        events.send(completed);
        probe.await(ChangeEvent.Proposed.class, this::isOurs);
        awaitEverythingBefore();

        assertThat(probe.heard(ChangeEvent.Proposed.class))
                .filteredOn(this::isOurs)
                .hasSize(1);
        assertThat(pulls()).isEqualTo(1);
    }

    @Test
    void aHandlerThatDiesInTheMiddleLosesAndDoublesNothing() {
        SwarmEvent.Completed completed = completed();
        HandlerFailures.twice(
                jdbc, "scheduled_tasks", "task_instance", completed.swarm().value());

        events.send(completed);
        probe.await(ChangeEvent.Proposed.class, this::isOurs);

        assertThat(HandlerFailures.reached(jdbc)).isGreaterThan(2);
        assertThat(pulls()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTheActAndItsRecordMakesNoSecondPullRequest() {
        SwarmEvent.Completed completed = accepted(completed());
        PullRequest first =
                opening.open(watched(), proposals.pending(completed.swarm()).orElseThrow());

        Step step = proposing.advance(completed.swarm());

        assertThat(step).isInstanceOf(Step.Done.class);
        assertThat(probe.await(ChangeEvent.Proposed.class, this::isOurs).pullRequest())
                .isEqualTo(first.id());
        assertThat(pulls()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTheRecordAndTheNewsMakesNoSecondPullRequest() {
        SwarmEvent.Completed completed = accepted(completed());
        PullRequest first = offer.make(proposals.pending(completed.swarm()).orElseThrow());

        proposing.advance(completed.swarm());
        proposing.advance(completed.swarm());

        assertThat(probe.await(ChangeEvent.Proposed.class, this::isOurs).pullRequest())
                .isEqualTo(first.id());
        assertThat(pulls()).isEqualTo(1);
    }

    @Test
    void aBundleOtherThanAnnouncedIsRefused() {
        SampleRepository.Change change = change();
        SwarmEvent.Bundle bundle = artefacts.serve(change.bundle());

        events.send(Completions.of(
                task, name, change, new SwarmEvent.Bundle(bundle.address(), "0".repeat(64), bundle.bytes())));

        assertThat(refused().reason()).contains("SHA-256 differs");
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
    }

    @Test
    void aRepositoryThatVanishedIsRefused() {
        SwarmEvent.Completed completed = completed();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> repositories.put(
                        new WatchedRepository(name, scratch.resolve("gone").toString(), "main", "true", null)));

        events.send(completed);

        assertThat(refused().reason()).contains(name.value(), "is not at");
    }

    @Test
    void aRepositoryNobodyWatchesAnyMoreIsRefused() {
        repositories.remove(name);

        events.send(completed());

        assertThat(refused().reason()).contains("Nobody watches");
    }

    @Test
    void anAddressElsewhereIsNotFetched() {
        SampleRepository.Change change = change();
        SwarmEvent.Bundle bundle = artefacts.serve(change.bundle());

        events.send(Completions.of(
                task,
                name,
                change,
                new SwarmEvent.Bundle(URI.create("http://169.254.169.254/meta"), bundle.sha256(), bundle.bytes())));

        assertThat(refused().reason()).contains("not allowed", "artefact-hosts");
    }

    @Test
    void aRedirectIsNotFollowed() {
        SampleRepository.Change change = change();
        SwarmEvent.Bundle bundle = artefacts.serve(change.bundle());
        URI elsewhere = artefacts.address("/elsewhere/" + change.bundle().getFileName());
        SwarmEvent.Completed completed = accepted(
                Completions.of(task, name, change, new SwarmEvent.Bundle(elsewhere, bundle.sha256(), bundle.bytes())));

        assertThat(proposing.advance(completed.swarm())).isInstanceOf(Step.Again.class);
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
    }

    @Test
    void anArtefactOutOfReachIsTriedAgainAndGivenUpInTheEnd() {
        SwarmEvent.Completed completed = accepted(completed());
        artefacts.close();

        for (int n = 1; n < Proposing.TRIES; n++) {
            assertThat(proposing.advance(completed.swarm())).isInstanceOf(Step.Again.class);
        }
        assertThat(proposing.advance(completed.swarm())).isInstanceOf(Step.Done.class);

        assertThat(refused().reason()).contains("Given up after 8 tries", "could not be fetched");
    }

    /** LIM-1: over the limit the offer waits, uses up no try, and leaves when there is room. */
    @Test
    void anOfferThatALimitHoldsBackWaitsAndIsNotDropped() {
        SwarmEvent.Completed completed = accepted(completed());
        jdbc.sql("""
                insert into allowance (task, repository, commits, granted_at)
                select 'earlier-' || n, 'acme/other', 1, now() - interval '50 minutes' from generate_series(1, 10) n
                """).update();

        Step first = proposing.advance(completed.swarm());
        Step second = proposing.advance(completed.swarm());
        String waitsFor = jdbc.sql("select waits_for from proposal where swarm = :swarm")
                .param("swarm", completed.swarm().value())
                .query(String.class)
                .single();
        int tries = proposals.pending(completed.swarm()).orElseThrow().attempts();
        boolean left = forge.find(watched(), "wakeful/" + task).isPresent();
        jdbc.sql("update allowance set granted_at = granted_at - interval '10 minutes'")
                .update();
        Step third = proposing.advance(completed.swarm());

        assertThat(first)
                .isInstanceOfSatisfying(
                        Step.At.class,
                        at -> assertThat(at.when())
                                .isBetween(
                                        Instant.now().plusSeconds(540),
                                        Instant.now().plusSeconds(600)));
        assertThat(second).isEqualTo(first);
        assertThat(waitsFor).contains("10 pull requests an hour");
        assertThat(tries).isZero();
        assertThat(left).isFalse();
        assertThat(third).isInstanceOf(Step.Done.class);
        assertThat(probe.await(ChangeEvent.Proposed.class, this::isOurs).head()).isEqualTo(completed.head());
    }

    /** LIM-1: what never left counts for nothing. */
    @Test
    void aRefusedChangeGivesItsAllowanceBack() {
        SampleRepository.Change change = change();
        SwarmEvent.Bundle bundle = artefacts.serve(change.bundle());
        SwarmEvent.Completed completed = accepted(Completions.of(
                task, name, change, new SwarmEvent.Bundle(bundle.address(), "0".repeat(64), bundle.bytes())));

        proposing.advance(completed.swarm());

        assertThat(refused().reason()).contains("SHA-256 differs");
        assertThat(jdbc.sql("select count(*) from allowance")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** CLI-1: a person ended the task, and that is heard before the change or after it, and twice. */
    @Test
    void whatAPersonHasEndedDoesNotLeave() {
        SwarmEvent.Completed first = accepted(completed());
        ControlEvent.TaskStopRequested stop = new ControlEvent.TaskStopRequested(task, "dana", "by hand");
        Envelope told = events.send(stop);
        events.send(stop, told);
        events.send(new ControlEvent.TaskStopRequested(task, "mona", "too"));
        await().until(() -> jdbc.sql("select count(*) from ended_task where task = :task")
                        .param("task", task.value())
                        .query(Integer.class)
                        .single()
                == 1);

        proposing.advance(first.swarm());
        SwarmEvent.Completed later = byAnotherSwarm(first);
        events.send(later);
        ChangeEvent.Refused second = probe.await(
                ChangeEvent.Refused.class, refused -> refused.swarm().equals(later.swarm()));

        assertThat(refused().reason()).isEqualTo("dana ended the task: by hand");
        assertThat(second.reason()).isEqualTo("dana ended the task: by hand");
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
        assertThat(jdbc.sql("select count(*) from allowance where task = :task")
                        .param("task", task.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** CHG-1: what people can see is theirs, also when the task is ended while its record is missing. */
    @Test
    void whatIsOpenStaysOpen() {
        SwarmEvent.Completed completed = accepted(completed());
        opening.open(watched(), proposals.pending(completed.swarm()).orElseThrow());
        events.send(new ControlEvent.TaskStopRequested(task, "dana", "by hand"));
        await().until(() -> jdbc.sql("select count(*) from ended_task where task = :task")
                        .param("task", task.value())
                        .query(Integer.class)
                        .single()
                == 1);

        proposing.advance(completed.swarm());

        assertThat(probe.await(ChangeEvent.Proposed.class, this::isOurs).head()).isEqualTo(completed.head());
        assertThat(pulls()).isEqualTo(1);
    }

    /** STOP-3 */
    @Test
    void whatWasAcceptedBeforeAnEmergencyStopDoesNotLeave() {
        SwarmEvent.Completed completed = accepted(completed());
        fence.raiseTo(fence.current() + 1);

        proposing.advance(completed.swarm());

        assertThat(refused().reason()).contains("emergency stop");
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
    }

    /** STOP-3: what is heard while stopped was begun before; and what is under way is broken off, in whichever order. */
    @Test
    void whatIsHeardWhileStoppedOrIsUnderWayAtAStopDoesNotLeave() throws Exception {
        long epoch = System.nanoTime();
        SwarmEvent.Completed underWay = completed();
        CountDownLatch fetching = artefacts.stall();
        events.send(underWay);
        assertThat(fetching.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            events.send(new ControlEvent.Stopped(epoch, Instant.now(), "mona", "too much"));
            ChangeEvent.Refused broken = probe.await(ChangeEvent.Refused.class, this::isOurs);
            assertThat(broken.swarm()).isEqualTo(underWay.swarm());
            assertThat(broken.reason()).contains("emergency stop");

            SwarmEvent.Completed late = byAnotherSwarm(underWay);
            events.send(late);
            probe.await(ChangeEvent.Refused.class, refused -> refused.swarm().equals(late.swarm()));
        } finally {
            artefacts.goOn();
            events.send(new ControlEvent.Resumed(epoch, "mona", "looked at"));
            await().until(() -> !safeMode.isStopped());
        }
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
    }

    /** STOP-3: a change that was done before a stop and is heard of only after the resume does not leave either. */
    @Test
    void whatWasBegunBeforeAStopDoesNotLeaveAfterTheResume() {
        long epoch = System.nanoTime();
        events.send(new ControlEvent.Stopped(epoch, Instant.now(), "mona", "too much"));
        await().until(safeMode::isStopped);
        events.send(new ControlEvent.Resumed(epoch, "mona", "looked at"));
        await().until(() -> !safeMode.isStopped());

        SwarmEvent.Completed late = ofEpoch(completed(), epoch - 1);
        events.send(late);

        ChangeEvent.Refused refused =
                probe.await(ChangeEvent.Refused.class, change -> change.swarm().equals(late.swarm()));
        assertThat(refused.reason()).contains("emergency stop");
        assertThat(forge.find(watched(), "wakeful/" + task)).isEmpty();
    }

    private static SwarmEvent.Completed ofEpoch(SwarmEvent.Completed told, long epoch) {
        return new SwarmEvent.Completed(
                told.swarm(),
                told.task(),
                told.finding(),
                told.repository(),
                told.branch(),
                told.base(),
                told.head(),
                told.strategy(),
                told.culprit(),
                told.title(),
                told.bundle(),
                told.diff(),
                told.evidence(),
                told.usage(),
                told.suspicions(),
                told.claim(),
                epoch);
    }

    @Test
    void aSecondChangeOfATaskDoesNotPassForTheFirst() {
        SwarmEvent.Completed first = accepted(completed());
        proposing.advance(first.swarm());
        SampleRepository.Change other =
                SampleRepository.in(scratch.resolve("other")).change(scratch, TaskId.make(Instant.now()));
        SwarmEvent.Completed second = accepted(Completions.of(task, name, other, artefacts.serve(other.bundle())));

        proposing.advance(second.swarm());

        assertThat(refused().swarm()).isEqualTo(second.swarm());
        assertThat(pull().head()).isEqualTo(first.head());
    }

    private static SwarmEvent.Completed byAnotherSwarm(SwarmEvent.Completed like) {
        return new SwarmEvent.Completed(
                SwarmId.make(Instant.now()),
                like.task(),
                like.finding(),
                like.repository(),
                like.branch(),
                like.base(),
                like.head(),
                like.strategy(),
                like.culprit(),
                like.title(),
                like.bundle(),
                like.diff(),
                like.evidence(),
                like.usage(),
                null,
                null,
                null);
    }

    /** Written down as the listener does, with no job to run it. */
    private SwarmEvent.Completed accepted(SwarmEvent.Completed completed) {
        Instant now = Instant.now();
        proposals.add(
                ChangeId.make(now), completed, fence.current(), new Provenance(LineageId.make(now), EventId.make(now)));
        return completed;
    }

    private SampleRepository.Change change() {
        return SampleRepository.at(directory()).change(scratch, task);
    }

    private SwarmEvent.Completed completed() {
        SampleRepository.Change change = change();
        return Completions.of(task, name, change, artefacts.serve(change.bundle()));
    }

    private Path directory() {
        return scratch.resolve("watched");
    }

    private WatchedRepository watched() {
        return new WatchedRepository(name, directory().toString(), "main", "true", null);
    }

    private boolean isOurs(ChangeEvent event) {
        return event.task().equals(task);
    }

    private ChangeEvent.Refused refused() {
        return probe.await(ChangeEvent.Refused.class, this::isOurs);
    }

    private PullRequest pull() {
        return forge.find(watched(), "wakeful/" + task).orElseThrow();
    }

    private long pulls() {
        return SampleRepository.at(directory())
                .refs()
                .lines()
                .filter(ref -> ref.contains("/meta "))
                .count();
    }

    /** One more event on the same topic; when it is answered, everything before it is. */
    private void awaitEverythingBefore() {
        TaskId last = TaskId.make(Instant.now());
        SwarmEvent.Completed event = completed();
        events.send(Completions.of(
                last,
                new RepositoryName("acme/nobody"),
                new SampleRepository.Change(event.base(), event.head(), scratch),
                event.bundle()));
        await().until(() -> probe.heard(ChangeEvent.Refused.class).stream()
                .anyMatch(refused -> refused.task().equals(last)));
    }
}
