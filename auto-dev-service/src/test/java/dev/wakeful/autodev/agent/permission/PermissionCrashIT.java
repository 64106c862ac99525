package dev.wakeful.autodev.agent.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevApplication;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.ControlEvent.TaskApproved;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Money;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Permission;
import dev.wakeful.events.SwarmEvent.PermissionState;
import dev.wakeful.events.SwarmEvent.Progressed;
import dev.wakeful.service.ServiceApplication;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A question while the system is killed or stopped (STATE-1, STOP-3): gone on with or ended, asked once, and answered once. */
class PermissionCrashIT {

    @TempDir
    Path directory;

    private final Outside outside = new Outside();
    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void describe() {
        settings.putAll(Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema(),
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "wakeful.partitions",
                "1",
                "wakeful.consumer-group",
                "permission-" + System.nanoTime(),
                "wakeful.auto-dev.directory",
                directory.resolve("data"),
                "wakeful.auto-dev.sandbox.kind",
                "none",
                "wakeful.gateway-secret",
                "a-secret-of-at-least-thirty-two-characters",
                "wakeful.auto-dev.strategies.order",
                "agents",
                "wakeful.auto-dev.permissions.ask",
                "delete",
                "server.port",
                "0"));
        settings.putAll(Map.of(
                "wakeful.auto-dev.agents.asker.kind",
                "acp",
                "wakeful.auto-dev.agents.asker.command",
                "sh ./agent.sh",
                "wakeful.auto-dev.lease",
                "3s",
                "wakeful.stop-file",
                directory.resolve("STOP")));
    }

    @AfterEach
    void hangUp() throws IOException {
        outside.close();
        pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** The yes that comes while nobody is there is for the same call when the agent asks again in its session; it is used once. */
    @Test
    void aKillWhileAPersonThinksNeitherLosesNorDoublesTheAnswer() throws Exception {
        SwarmRequested request;
        ApprovalId approval;
        Process first = start();
        try {
            request = order();
            approval = asked(request);
        } finally {
            first.destroyForcibly().waitFor();
        }
        outside.sender.send(new TaskApproved(request.task(), approval, Money.ZERO, "mona", "go on", request.swarm()));

        try (ConfigurableApplicationContext second = run()) {
            assertThat(outside.completed(request).strategy()).isEqualTo("asker");
            assertThat(second.isActive()).isTrue();
        }

        assertThat(course(request)).containsExactly(PermissionState.ASKED, PermissionState.ALLOWED);
        // the first one's input ended with the system
        assertThat(answers().stream().filter(line -> line.startsWith("delete {")))
                .singleElement()
                .asString()
                .contains("\"once\"");
        assertThat(answers()).contains("loaded");
        assertThat(pids()).hasSize(2).noneMatch(PermissionCrashIT::isAlive);
    }

    /** STOP-3: the stop ends the agent and its question; a yes afterwards is for nobody. */
    @Test
    void aStopEndsTheQuestion() throws Exception {
        long epoch = System.nanoTime();
        try (ConfigurableApplicationContext service = run()) {
            service.getBean(SafeMode.class).awaitCurrent(Duration.ofSeconds(20));
            SwarmRequested request = order();
            ApprovalId approval = asked(request);

            outside.sender.send(new ControlEvent.Stopped(epoch, Instant.now(), "mona", "too much"));
            outside.probe.await(SwarmEvent.Stopped.class, end -> end.swarm().equals(request.swarm()));
            outside.sender.send(
                    new TaskApproved(request.task(), approval, Money.ZERO, "mona", "go on", request.swarm()));
            outside.sender.send(new ControlEvent.Resumed(epoch, "mona", "looked at"));
            await().until(() -> !service.getBean(SafeMode.class).isStopped());

            await().until(() -> course(request).size() == 2);
            assertThat(course(request)).containsExactly(PermissionState.ASKED, PermissionState.WITHDRAWN);
            assertThat(answers()).noneMatch(line -> line.startsWith("delete {"));
            assertThat(pids()).hasSize(1).noneMatch(PermissionCrashIT::isAlive);
        }
    }

    private SwarmRequested order() {
        SampleRepository repository = new SampleRepository(directory.resolve("shop"));
        repository.commit("Old prices", "old.txt", "old");
        repository.commit("An agent", "agent.sh", AcpAgent.script(directory.resolve("told")));
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null);
        outside.order(request);
        return request;
    }

    private ApprovalId asked(SwarmRequested request) {
        Progressed said = outside.probe.await(
                Progressed.class, each -> each.swarm().equals(request.swarm()) && each.permission() != null);
        return Objects.requireNonNull(said.permission()).question().approval();
    }

    private List<PermissionState> course(SwarmRequested request) {
        return outside.heard(Progressed.class, request).stream()
                .map(Progressed::permission)
                .filter(Objects::nonNull)
                .map(Permission::state)
                .toList();
    }

    private List<String> answers() throws IOException {
        Path told = directory.resolve("told");
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }

    private List<Long> pids() throws IOException {
        Path pids = directory.resolve("told.pids");
        return Files.exists(pids)
                ? Files.readAllLines(pids).stream()
                        .map(line -> Long.parseLong(line.strip()))
                        .toList()
                : List.of();
    }

    /** A process that has ended and that nobody has asked about yet has no command any more. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private ConfigurableApplicationContext run() {
        return ServiceApplication.runBeside(AutoDevApplication.class, "auto-dev", settings);
    }

    private Process start() throws IOException {
        List<String> argv = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AutoDevApplication.class.getName()));
        settings.forEach((key, value) -> argv.add("--" + key + "=" + value));
        return new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-while-asking.log"))
                .start();
    }
}
