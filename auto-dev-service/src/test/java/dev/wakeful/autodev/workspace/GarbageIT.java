package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.ControlEvent.WorkspaceRemovalRequested;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** DEV-10: what nobody needs goes, in two phases; what is live never does. */
@AutoDevTest
@Import(GarbageIT.StandingClock.class)
@TestPropertySource(
        properties = {
            "wakeful.auto-dev.workspaces.keep-failed=2d",
            "wakeful.auto-dev.workspaces.most-bytes=1000",
            "wakeful.auto-dev.workspaces.least-free-bytes=0"
        })
class GarbageIT {

    private static final Duration YEAR = Duration.ofDays(365);

    /** Bears no annotation that a component scan would find. */
    static class StandingClock {
        @Bean
        TickingClock clock() {
            return new TickingClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @TempDir
    Path sources;

    @Autowired
    private GarbageCollection garbage;

    @Autowired
    private Workspaces workspaces;

    @Autowired
    private AutoDevProperties properties;

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();

    @BeforeEach
    void nothingIsThere() throws IOException {
        garbage.collect();
        jdbc.sql("delete from lease").update();
        jdbc.sql("delete from orphan").update();
        jdbc.sql("update swarm set workspace = 'REMOVED' where ended_at is not null")
                .update();
        Deletion.of(properties.directory().resolve("workspaces"));
        Deletion.of(properties.directory().resolve("artefacts"));
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** Row 20: too large, too old, asked for and unknown to everything but its own row; or held by somebody after its end. */
    @Test
    void whatIsLiveStaysWhateverIsOver() {
        SwarmRequested working = kept("CUT", 1_000_000, null, null);
        SwarmRequested notBegun = kept("NONE", 0, null, null);
        SwarmRequested held = kept("KEPT", 1_000_000, clock.instant(), clock.instant());
        SwarmRequested heldMarked = kept("MARKED", 10, clock.instant(), null);
        hold(held);
        hold(heldMarked);
        outside.sender.send(new WorkspaceRemovalRequested(working.swarm(), "dana", "I am in a hurry"));
        awaitSaid(working, "at work");
        clock.tick(YEAR.plusDays(1));

        garbage.collect();
        workspaces.remove(working.swarm());
        workspaces.remove(heldMarked.swarm());

        for (SwarmRequested each : List.of(working, notBegun, held, heldMarked)) {
            assertThat(files(each)).isNotEmptyDirectory();
            assertThat(artefacts(each)).isNotEmptyDirectory();
        }
        assertThat(state(working)).isEqualTo("CUT");
        jdbc.sql("update lease set expires_at = :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        garbage.collect();
        assertThat(files(held)).doesNotExist();
        assertThat(files(heldMarked)).doesNotExist();
        assertThat(files(working)).exists();
        jdbc.sql("delete from swarm where id in (:ids)")
                .param("ids", List.of(working.swarm().value(), notBegun.swarm().value()))
                .update();
    }

    @Test
    void whatIsKeptGoesWhenItsTimeIsOverAndBothPhasesAreSaid() {
        SwarmRequested request =
                kept("KEPT", 10, clock.instant(), clock.instant().plus(Duration.ofDays(1)));

        garbage.collect();
        assertThat(files(request)).exists();
        clock.tick(Duration.ofDays(1));
        garbage.collect();
        garbage.collect();

        assertThat(files(request)).doesNotExist();
        assertThat(artefacts(request)).exists();
        awaitState(request, WorkspaceState.REMOVED);
        assertThat(outside.heard(WorkspaceChanged.class, request))
                .extracting(WorkspaceChanged::state)
                .containsExactly(WorkspaceState.MARKED, WorkspaceState.REMOVED);
        assertThat(outside.heard(WorkspaceChanged.class, request).getLast().bytes())
                .isZero();
    }

    /** Killed after the mark, in the middle of the removal, or after it. */
    @Test
    void aCrashBetweenMarkAndRemovalIsMadeUpFor() throws IOException {
        SwarmRequested marked = kept("MARKED", 10, clock.instant(), null);
        SwarmRequested gone = kept("MARKED", 10, clock.instant(), null);
        SwarmRequested leftOver = kept("REMOVED", 10, clock.instant(), null);
        Deletion.of(files(gone));

        garbage.collect();

        assertThat(files(marked)).doesNotExist();
        assertThat(files(leftOver)).doesNotExist();
        assertThat(List.of(state(marked), state(gone), state(leftOver))).containsOnly("REMOVED");
    }

    /** After a recovery of the database: remembered first, removed only when it is unknown a day later. */
    @Test
    void anUnknownDirectoryGoesOnlyWhenItIsStillUnknownADayLater() throws IOException {
        Path orphan = directory("workspaces", "swarm-nobody-knows");
        Path known = directory("workspaces", "swarm-known-again");
        Path lost = directory("artefacts", "swarm-nobody-knows");
        Path file = Files.writeString(properties.directory().resolve("workspaces/notes.txt"), "not ours");
        garbage.collect();
        clock.tick(Duration.ofHours(24).minusSeconds(1));
        garbage.collect();
        assertThat(orphan).exists();
        jdbc.sql("insert into swarm (id, state) values ('swarm-known-again', 'WAITING')")
                .update();

        clock.tick(Duration.ofSeconds(1));
        garbage.collect();

        assertThat(orphan).doesNotExist();
        assertThat(known).exists();
        assertThat(file).exists();
        assertThat(lost).exists();
        jdbc.sql("delete from swarm where id = 'swarm-known-again'").update();
        garbage.collect();
        assertThat(known).exists();
        clock.tick(Duration.ofDays(30));
        garbage.collect();
        assertThat(known).doesNotExist();
        assertThat(lost).doesNotExist();
    }

    /** Row 19: all together have at most 1,000 bytes. */
    @Test
    void whenAllAreTooMuchTheOldestKeptOnesGo() {
        Instant later = clock.instant().plus(YEAR);
        SwarmRequested oldest = kept("KEPT", 600, clock.instant(), later);
        clock.tick(Duration.ofMinutes(1));
        SwarmRequested working = kept("CUT", 300, null, null);
        SwarmRequested older = kept("KEPT", 600, clock.instant(), later);
        clock.tick(Duration.ofMinutes(1));
        SwarmRequested newest = kept("KEPT", 600, clock.instant(), later);

        garbage.collect();

        assertThat(files(oldest)).doesNotExist();
        assertThat(files(older)).doesNotExist();
        assertThat(files(newest)).exists();
        assertThat(files(working)).exists();
        awaitState(oldest, WorkspaceState.REMOVED);
        assertThat(outside.heard(WorkspaceChanged.class, oldest).getLast().reason())
                .contains("2100 bytes, at most 1000");
        jdbc.sql("delete from swarm where id = :id")
                .param("id", working.swarm().value())
                .update();
    }

    /** Duplicates, the same wish twice, and a wish that comes before the end and again after it. */
    @Test
    void aPersonsWishIsDoneOnceAndRefusedWhileTheSwarmIsAtWork() {
        SwarmRequested request = kept("CUT", 10, null, null);
        WorkspaceRemovalRequested wish = new WorkspaceRemovalRequested(request.swarm(), "dana", "seen enough");
        Envelope early = outside.sender.send(wish);
        awaitSaid(request, "dana asked (seen enough): its swarm is at work");
        jdbc.sql("update swarm set state = 'FAILED', workspace = 'KEPT', ended_at = :now where id = :id")
                .param("id", request.swarm().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();

        outside.sender.send(wish, early);
        Envelope envelope = EventSender.envelopeFor(wish);
        outside.sender.send(wish, envelope);
        outside.sender.send(wish, envelope);
        awaitState(request, WorkspaceState.REMOVED);
        outside.sender.send(wish);
        outside.sender.send(new WorkspaceRemovalRequested(
                Requests.requested(watched(), new Revision("b".repeat(40)), null)
                        .swarm(),
                "dana",
                "never was"));
        SwarmRequested after = kept("KEPT", 10, clock.instant(), null);
        outside.sender.send(new WorkspaceRemovalRequested(after.swarm(), "dana", "next"));
        awaitState(after, WorkspaceState.REMOVED);

        assertThat(files(request)).doesNotExist();
        assertThat(outside.heard(WorkspaceChanged.class, request))
                .extracting(WorkspaceChanged::state)
                .containsExactly(WorkspaceState.CUT, WorkspaceState.MARKED, WorkspaceState.REMOVED);
    }

    @Test
    void artefactsStayForThirtyDaysAfterTheEnd() {
        SwarmRequested request = kept("REMOVED", 0, clock.instant(), null);
        clock.tick(Duration.ofDays(30).minusSeconds(1));
        garbage.collect();
        assertThat(artefacts(request)).exists();

        clock.tick(Duration.ofSeconds(1));
        garbage.collect();

        assertThat(artefacts(request)).doesNotExist();
    }

    /** A whole swarm that fails: its files can be looked at, measured, with the reason. */
    @Test
    void aFailedSwarmsWorkspaceIsKeptForAPerson() {
        SampleRepository repository = new SampleRepository(sources.resolve("fine"));
        Revision base = repository.commit("Open the shop", "a.txt", "fine");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null);

        outside.order(request);
        outside.failed(request);
        awaitState(request, WorkspaceState.KEPT);

        WorkspaceChanged kept = outside.heard(WorkspaceChanged.class, request).getLast();
        assertThat(files(request).resolve("tree/a.txt")).exists();
        assertThat(kept.bytes()).isPositive();
        assertThat(kept.files()).isPositive();
        assertThat(kept.artefactBytes()).isNotNegative();
        assertThat(kept.reason()).contains("NOT_REPRODUCED");
        assertThat(kept.until()).isEqualTo(clock.instant().plus(Duration.ofDays(2)));
    }

    /** What was made outlives the workspace: as the bundle that is offered, and as a patch whatever comes of it. */
    @Test
    void whatWasMadeStaysWhenTheWorkspaceGoes() {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, good);

        outside.order(request);
        outside.completed(request);
        awaitState(request, WorkspaceState.REMOVED);

        assertThat(files(request)).doesNotExist();
        assertThat(artefacts(request).resolve("fix.bundle")).exists();
        assertThat(artefacts(request).resolve("revert-culprit.patch")).content().contains("-broken", "+fine");
        assertThat(outside.heard(WorkspaceChanged.class, request))
                .extracting(WorkspaceChanged::state)
                .startsWith(WorkspaceState.CUT)
                .endsWith(WorkspaceState.MARKED, WorkspaceState.REMOVED);
    }

    private SwarmRequested kept(String workspace, long bytes, @Nullable Instant endedAt, @Nullable Instant until) {
        SwarmRequested request = Requests.requested(watched(), new Revision("b".repeat(40)), null);
        jdbc.sql("""
                insert into swarm (id, state, request, reservation, step, lineage, ready_at, started_at, ended_at,
                    workspace, workspace_bytes, workspace_since, workspace_until)
                values (:id, :state, cast(:request as jsonb), 'r', '{"step": "REPRODUCE"}', :lineage, :now, :now, :endedAt,
                    :workspace, :bytes, :now, :until)
                """)
                .param("id", request.swarm().value())
                .param("state", endedAt == null ? "REPRODUCE" : "FAILED")
                .param("request", new String(EventJson.encode(request), StandardCharsets.UTF_8))
                .param("lineage", LineageId.make(Instant.now()).value())
                .param("now", Timestamp.from(clock.instant()))
                .param("endedAt", endedAt == null ? null : Timestamp.from(endedAt))
                .param("workspace", workspace)
                .param("bytes", bytes)
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
        directory("workspaces", request.swarm().value());
        directory("artefacts", request.swarm().value());
        return request;
    }

    private static WatchedRepository watched() {
        return new WatchedRepository(new RepositoryName("acme/shop"), "/nowhere", "main", "true", null);
    }

    private Path directory(String kind, String name) {
        try {
            Path directory = properties.directory().resolve(kind).resolve(name);
            Files.createDirectories(directory.resolve("tree"));
            Files.writeString(directory.resolve("tree/a.txt"), "work");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hold(SwarmRequested request) {
        jdbc.sql("insert into lease (name, holder, token, expires_at) values (:name, 'elsewhere', 1, :until)")
                .param("name", "swarm " + request.swarm())
                .param("until", Timestamp.from(clock.instant().plus(YEAR.multipliedBy(2))))
                .update();
    }

    private Path files(SwarmRequested request) {
        return properties
                .directory()
                .resolve("workspaces")
                .resolve(request.swarm().value());
    }

    private Path artefacts(SwarmRequested request) {
        return properties
                .directory()
                .resolve("artefacts")
                .resolve(request.swarm().value());
    }

    private String state(SwarmRequested request) {
        return jdbc.sql("select workspace from swarm where id = :id")
                .param("id", request.swarm().value())
                .query(String.class)
                .single();
    }

    private void awaitState(SwarmRequested request, WorkspaceState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> outside.heard(WorkspaceChanged.class, request).stream()
                        .anyMatch(said -> said.state() == state));
    }

    private void awaitSaid(SwarmRequested request, String words) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> outside.heard(WorkspaceChanged.class, request).stream()
                        .anyMatch(said -> said.reason().contains(words)));
    }
}
