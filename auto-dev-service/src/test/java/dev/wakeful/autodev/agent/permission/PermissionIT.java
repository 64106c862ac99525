package dev.wakeful.autodev.agent.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent.TaskApproved;
import dev.wakeful.events.ControlEvent.TaskDenied;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Money;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Permission;
import dev.wakeful.events.SwarmEvent.PermissionState;
import dev.wakeful.events.SwarmEvent.Progressed;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.testing.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An agent asks a person over the real broker and database (AUTH-9, AUTH-10, DEV-6): who may do what, and what no answer means. */
@AutoDevTest
@Import(PermissionIT.OwnClock.class)
@TestPropertySource(
        properties = {
            "wakeful.auto-dev.limits.soft-swarms=20",
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.strategies.order=agents",
            "wakeful.auto-dev.permissions.ask=delete",
            "wakeful.auto-dev.agents.asker.kind=acp",
            "wakeful.auto-dev.agents.asker.command=sh ./agent.sh"
        })
class PermissionIT {

    /** Bears no annotation that a component scan would find. */
    static class OwnClock {
        @Bean
        TickingClock clock() {
            return new TickingClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @TempDir
    Path directory;

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    private SwarmRequested order() {
        SampleRepository repository = new SampleRepository(directory.resolve("shop"));
        repository.commit("Old prices", "old.txt", "old");
        repository.commit("An agent", "agent.sh", AcpAgent.script(directory.resolve("told")));
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SwarmRequested request =
                Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null, Duration.ofHours(2));
        outside.order(request);
        return request;
    }

    private Permission asked(SwarmRequested request) {
        return told(request, PermissionState.ASKED);
    }

    private Permission told(SwarmRequested request, PermissionState state) {
        Progressed said = outside.probe.await(
                Progressed.class,
                each -> each.swarm().equals(request.swarm())
                        && each.permission() != null
                        && each.permission().state() == state);
        return java.util.Objects.requireNonNull(said.permission());
    }

    private void yes(SwarmRequested request, ApprovalId approval) {
        outside.sender.send(new TaskApproved(request.task(), approval, Money.ZERO, "mona", "go on", request.swarm()));
    }

    private List<String> answers() throws IOException {
        Path told = directory.resolve("told");
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }

    private List<PermissionState> course(SwarmRequested request) {
        return outside.heard(Progressed.class, request).stream()
                .map(Progressed::permission)
                .filter(java.util.Objects::nonNull)
                .map(Permission::state)
                .toList();
    }

    /** What is harmless is allowed at once, what policy forbids refused at once; the rest waits for a person, and a yes is used once. */
    @Test
    void aYesReachesTheAgentOnceAndIsForExactlyThisCall() throws Exception {
        SwarmRequested request = order();
        Permission asked = asked(request);

        assertThat(asked.tool()).isEqualTo("delete");
        assertThat(asked.agent()).isEqualTo("asker");
        assertThat(asked.what()).isEqualTo("Delete the old prices");
        assertThat(asked.call()).isEqualTo("""
                {"kind":"delete","title":"Delete the old prices","rawInput":{"path":"old.txt"}}""");
        assertThat(asked.why()).contains("auto-dev.permissions.ask");
        assertThat(asked.question().quote()).isEqualTo(Money.ZERO);
        assertThat(asked.question().risk()).contains("this one call");
        assertThat(asked.question().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(answers()).hasSize(2);
        assertThat(answers().get(0)).startsWith("edit").contains("\"once\"");
        assertThat(answers().get(1)).startsWith("fetch").contains("\"no\"");

        yes(request, asked.question().approval());
        yes(request, asked.question().approval());
        outside.sender.send(
                new TaskDenied(request.task(), asked.question().approval(), "robin", "too late", request.swarm()));

        assertThat(outside.completed(request).strategy()).isEqualTo("asker");
        assertThat(told(request, PermissionState.ALLOWED)).isEqualTo(allowed(asked));
        assertThat(answers()).hasSize(3);
        assertThat(answers().get(2)).startsWith("delete").contains("\"once\"", "\"d1\"");
        assertThat(course(request)).containsExactly(PermissionState.ASKED, PermissionState.ALLOWED);
    }

    private static Permission allowed(Permission asked) {
        return new Permission(
                asked.question(),
                asked.repository(),
                asked.agent(),
                asked.tool(),
                asked.what(),
                asked.call(),
                asked.why(),
                PermissionState.ALLOWED);
    }

    /** A no is told too, and what is not allowed is not done. */
    @Test
    void aNoReachesTheAgent() throws Exception {
        SwarmRequested request = order();

        outside.sender.send(new TaskDenied(
                request.task(), asked(request).question().approval(), "mona", "keep it", request.swarm()));

        assertThat(outside.failed(request).message()).contains("asker changed nothing");
        assertThat(answers().get(2)).startsWith("delete").contains("\"no\"");
        assertThat(course(request)).containsExactly(PermissionState.ASKED, PermissionState.REFUSED);
    }

    private long heard() {
        return jdbc.sql("select count(*) from inbox").query(Long.class).single();
    }

    /** AUTH-10: answers to anything else than what was shown, and those that come too late, change nothing; no answer is a no. */
    @Test
    void onlyAnAnswerInTimeToExactlyThisCountsAndNoAnswerIsANo() throws Exception {
        SwarmRequested request = order();
        Permission asked = asked(request);
        ApprovalId approval = asked.question().approval();
        // DEV-6: longer than any silence of its own would be borne
        clock.tick(Duration.ofMinutes(11));
        long heard = heard();

        outside.sender.send(
                new TaskApproved(new TaskId("task-other"), approval, Money.ZERO, "mona", "go on", request.swarm()));
        outside.sender.send(
                new TaskApproved(request.task(), approval, Money.ZERO, "mona", "go on", new SwarmId("swarm-other")));
        outside.sender.send(
                new TaskApproved(request.task(), approval, Money.dollars(1), "mona", "go on", request.swarm()));
        outside.sender.send(new TaskApproved(request.task(), approval, Money.ZERO, "mona", "go on"));
        yes(request, new ApprovalId("approval-other"));
        yes(request, new ApprovalId("approval-last"));
        await().until(() -> heard() >= heard + 6);
        assertThat(jdbc.sql("select count(*) from permission where approval = :approval and answer is null")
                        .param("approval", approval.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(answers()).hasSize(2);
        outside.probe.await(
                Progressed.class,
                said -> said.swarm().equals(request.swarm()) && said.message().contains("waits for a person's answer"));

        clock.tick(Duration.ofMinutes(4));
        told(request, PermissionState.EXPIRED);
        yes(request, approval);

        assertThat(outside.failed(request).message()).contains("asker changed nothing");
        assertThat(answers().get(2)).startsWith("delete").contains("\"no\"");
        assertThat(course(request)).containsExactly(PermissionState.ASKED, PermissionState.EXPIRED);
    }
}
