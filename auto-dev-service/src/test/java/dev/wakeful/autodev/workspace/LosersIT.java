package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.service.retention.Compaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** DEV-2, DEV-10: what did not win is evidence until its task is closed, and goes then; what won, and what is at work, never does. */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.auto-dev.strategies.order=revert-culprit+run-command",
            "wakeful.auto-dev.workspaces.keep-failed=2d",
        })
class LosersIT {

    private static final Decision OVER = new Decision("TRG-16", "nothing is left to do", Map.of(), List.of());

    @TempDir
    Path sources;

    @Autowired
    private GarbageCollection garbage;

    @Autowired
    private AutoDevProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Compaction compaction;

    private final Outside outside = new Outside();

    @BeforeEach
    void noTaskIsClosed() {
        jdbc.sql("delete from closed_task").update();
        jdbc.sql("delete from lease").update();
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** Duplicates: the same event twice, and the same word once more. */
    @Test
    void theLoserOfARaceGoesWhenItsTaskIsClosedAndTheWinnerStays() {
        SwarmRequested request = race();
        assertThat(outside.completed(request).strategy()).isEqualTo("run-command");
        await().until(() -> isFree(request));
        garbage.collect();
        assertThat(patches(request)).containsExactly("revert-culprit.patch", "run-command.patch");

        TaskEvent.Closed closed = new TaskEvent.Closed(request.task(), OVER);
        Envelope envelope = outside.sender.send(closed);
        outside.sender.send(closed, envelope);
        outside.sender.send(new TaskEvent.Closed(request.task(), OVER));

        await().until(() -> patches(request).equals(List.of("run-command.patch")));
        assertThat(artefacts(request).resolve("fix.bundle")).exists();
        assertThat(artefacts(request).resolve("1.log")).exists();
        awaitClosed(request);
        garbage.collect();
        awaitNext();
        assertThat(saidOfLosers(request)).singleElement().satisfies(said -> {
            assertThat(said.state()).isEqualTo(WorkspaceState.REMOVED);
            assertThat(said.artefactBytes()).isPositive();
        });
    }

    /** Reordering: streams are heard side by side, so the end of the task may come before the swarm was asked for. */
    @Test
    void aTaskThatIsClosedBeforeItsSwarmIsHeardOfLeavesNoLosersEither() {
        SwarmRequested request = made();
        outside.sender.send(new TaskEvent.Closed(request.task(), OVER));
        await().until(() -> isClosed(request.task()));

        outside.order(request);
        outside.completed(request);
        await().until(() -> isFree(request));
        garbage.collect();

        assertThat(patches(request)).containsExactly("run-command.patch");
    }

    /** Killed after the end of the task was written down, and in the middle of the removal. */
    @Test
    void aCrashBetweenBothPhasesIsMadeUpFor() throws IOException {
        SwarmRequested failed = ended("FAILED", "KEPT");
        SwarmRequested halfDone = ended("COMPLETED", "REMOVED");
        Files.delete(artefacts(halfDone).resolve("codex.patch"));
        for (SwarmRequested each : List.of(failed, halfDone)) {
            jdbc.sql("insert into closed_task (task, closed_at) values (:task, now())")
                    .param("task", each.task().value())
                    .update();
        }

        garbage.collect();
        garbage.collect();

        assertThat(patches(failed)).isEmpty();
        assertThat(workspace(failed)).doesNotExist();
        assertThat(patches(halfDone)).containsExactly("claude.patch");
        assertThat(artefacts(failed).resolve("1.log")).exists();
        await().until(() -> !saidOfLosers(failed).isEmpty());
        assertThat(outside.heard(WorkspaceChanged.class, failed))
                .extracting(WorkspaceChanged::state)
                .containsExactly(WorkspaceState.MARKED, WorkspaceState.REMOVED, WorkspaceState.REMOVED);
        assertThat(outside.heard(WorkspaceChanged.class, failed).getFirst().reason())
                .contains("Its task was closed");
    }

    /** Row 20: whatever the task, a swarm that has not ended, or that somebody holds, keeps all it has; so does every other task's. */
    @Test
    void whatIsAtWorkOrOfAnotherTaskLosesNothing() {
        SwarmRequested working = ended("REPRODUCE", "CUT");
        jdbc.sql("update swarm set ended_at = null where id = :id")
                .param("id", working.swarm().value())
                .update();
        SwarmRequested held = ended("FAILED", "KEPT");
        jdbc.sql("insert into lease (name, holder, token, expires_at) values (:name, 'elsewhere', 1, :until)")
                .param("name", "swarm " + held.swarm())
                .param("until", Timestamp.from(Instant.now().plusSeconds(3_600)))
                .update();
        SwarmRequested another = ended("FAILED", "KEPT");
        SwarmRequested gone = ended("FAILED", "KEPT");
        for (SwarmRequested each : List.of(working, held, gone)) {
            outside.sender.send(new TaskEvent.Closed(each.task(), OVER));
        }
        await().until(() -> patches(gone).isEmpty() && isClosed(held.task()));

        garbage.collect();

        for (SwarmRequested each : List.of(working, held, another)) {
            assertThat(patches(each)).hasSize(2);
            assertThat(workspace(each)).exists();
        }
        jdbc.sql("delete from swarm where id = :id")
                .param("id", working.swarm().value())
                .update();
    }

    /** JOB-7: an end goes when it is old and no swarm has losers any more. */
    @Test
    void endsOfTasksAreForgottenWhenNoSwarmNeedsThem() {
        SwarmRequested held = ended("FAILED", "REMOVED");
        SwarmRequested done = ended("FAILED", "REMOVED");
        jdbc.sql("update swarm set losers_removed_at = now() where id = :id")
                .param("id", done.swarm().value())
                .update();
        List.of(held.task(), done.task(), new TaskId("task-nobody-knows"))
                .forEach(task -> jdbc.sql(
                                "insert into closed_task (task, closed_at) values (:task, now() - interval '31 days')")
                        .param("task", task.value())
                        .update());

        compaction.round();

        assertThat(jdbc.sql("select task from closed_task").query(String.class).list())
                .containsExactly(held.task().value());
    }

    private SwarmRequested race() {
        SwarmRequested request = made();
        outside.order(request);
        return request;
    }

    private SwarmRequested made() {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "a.txt", "fine\nfine\nfine\n");
        repository.commit("Sell more", "a.txt", "broken\nfiner\nfiner\n");
        Revision base = repository.commit("Hang a lamp", "d.txt", "fine");
        return Requests.requested(
                repository.watched(SampleRepository.CHECK, "sed -i s/broken/mended/ a.txt"), base, null);
    }

    /** A swarm that has ended with the candidates of two agents; where it completed, claude has won. */
    private SwarmRequested ended(String state, String workspace) {
        SwarmRequested request = Requests.requested(
                new WatchedRepository(new RepositoryName("acme/shop"), "/nowhere", "main", "true", null),
                new Revision("b".repeat(40)),
                null);
        jdbc.sql("""
                insert into swarm (id, state, request, reservation, step, lineage, ready_at, started_at, ended_at,
                    workspace, workspace_since, workspace_until)
                values (:id, :state, cast(:request as jsonb), 'r', cast(:step as jsonb), :lineage, now(), now(), now(),
                    :workspace, now(), now() + interval '2 days')
                """)
                .param("id", request.swarm().value())
                .param("state", state)
                .param("request", new String(EventJson.encode(request), StandardCharsets.UTF_8))
                .param("step", "{\"step\": \"" + state + "\", \"candidate\": {\"strategy\": \"claude\"}}")
                .param("lineage", LineageId.make(Instant.now()).value())
                .param("workspace", workspace)
                .update();
        try {
            Files.createDirectories(workspace(request));
            Files.createDirectories(artefacts(request));
            for (String name : List.of("claude.patch", "codex.patch", "1.log")) {
                Files.writeString(artefacts(request).resolve(name), "work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return request;
    }

    private Path workspace(SwarmRequested request) {
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

    private List<String> patches(SwarmRequested request) {
        try (var files = Files.list(artefacts(request))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".patch"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFree(SwarmRequested request) {
        return jdbc.sql(
                        "select workspace = 'REMOVED' and not exists (select 1 from lease where name = :lease and expires_at > now()) from swarm where id = :id")
                .param("id", request.swarm().value())
                .param("lease", "swarm " + request.swarm())
                .query(Boolean.class)
                .single();
    }

    private boolean isClosed(TaskId task) {
        return jdbc.sql("select exists (select 1 from closed_task where task = :task)")
                .param("task", task.value())
                .query(Boolean.class)
                .single();
    }

    private void awaitClosed(SwarmRequested request) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !saidOfLosers(request).isEmpty());
    }

    /** What is sent after all else is done after all else. */
    private void awaitNext() {
        SwarmRequested next = ended("FAILED", "KEPT");
        outside.sender.send(new TaskEvent.Closed(next.task(), OVER));
        awaitClosed(next);
    }

    private List<WorkspaceChanged> saidOfLosers(SwarmRequested request) {
        return outside.heard(WorkspaceChanged.class, request).stream()
                .filter(said -> said.reason().contains("did not win went"))
                .toList();
    }
}
