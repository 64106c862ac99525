package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.HealthEvent.Quieted;
import dev.wakeful.events.Revision;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.ServiceApplication;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** STOP-1, STOP-3, STOP-4: an emergency stop ends every process, whatever it does to stay, and nothing of it has an effect afterwards. */
class StopIT {

    /** So many trees: each ignores SIGTERM, forks twice, leaves its group and session, and leaves a trace for as long as it lives. */
    static final String STUBBORN = """
            trap '' TERM HUP INT
            cat > "$TMPDIR/tree" <<'TREE'
            trap '' TERM HUP INT
            (setsid sh "$TMPDIR/child" &)
            echo $$ >> %2$s
            while :; do sleep 1; done
            TREE
            cat > "$TMPDIR/child" <<'CHILD'
            trap '' TERM HUP INT
            (setsid sh -c 'trap "" TERM; echo $$ >> %2$s; while :; do echo x >> %1$s; sleep 0.5; done' &)
            echo $$ >> %2$s
            while :; do sleep 1; done
            CHILD
            for tree in $(seq %3$d); do sh "$TMPDIR/tree" & done
            while :; do sleep 1; done
            """;

    @TempDir
    Path directory;

    private final Outside outside = new Outside();
    private final long epoch = System.nanoTime();
    private final Map<String, Object> settings = new HashMap<>();
    private Revision base;
    private Revision good;
    private SampleRepository repository;

    @BeforeEach
    void breakTheShop() {
        repository = new SampleRepository(directory.resolve("shop"));
        good = repository.commit("Open the shop", "a.txt", "fine");
        base = repository.commit("Sell more", "a.txt", "broken");
        settings.putAll(Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema(),
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "wakeful.partitions",
                "1",
                "wakeful.consumer-group",
                "stop-" + System.nanoTime(),
                "wakeful.auto-dev.directory",
                directory.resolve("data"),
                "wakeful.stop-file",
                directory.resolve("STOP"),
                "wakeful.auto-dev.sandbox.kind",
                "none",
                "server.port",
                "0"));
    }

    @AfterEach
    void endWhateverIsLeft() throws IOException {
        resume();
        outside.close();
        pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** STOP-3, STOP-4: fifty process trees that ignore SIGTERM, double-fork and leave their session. */
    @Test
    void fiftyStubbornProcessTreesAreGoneAndNothingLeaves() throws Exception {
        settings.put("db-scheduler.threads", "10");
        settings.put("wakeful.auto-dev.limits.soft-swarms", "20");
        List<SwarmRequested> requests = new ArrayList<>();
        try (ConfigurableApplicationContext service = start();
                EventProbe health = new EventProbe(Stream.HEALTH)) {
            for (int n = 0; n < 10; n++) {
                requests.add(order(stubborn(5)));
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> pids().size() >= 150);

            stop();
            Quieted quieted = health.await(
                    Quieted.class,
                    said -> said.epoch() == epoch && said.service().equals("auto-dev"));

            // whoever dies with its group before anybody looks is not counted; each tree has left its group, twice
            assertThat(quieted.processes()).isGreaterThanOrEqualTo(50);
            assertThat(pids()).noneMatch(StopIT::isAlive);
            long written = Files.size(directory.resolve("effects"));
            for (SwarmRequested request : requests) {
                stopped(request);
            }
            assertThat(Files.size(directory.resolve("effects"))).isEqualTo(written);
            assertThat(requests)
                    .allMatch(request ->
                            outside.heard(SwarmEvent.Failed.class, request).isEmpty());

            SwarmRequested late = order("true");
            stopped(late);
            assertThat(outside.heard(SwarmEvent.Started.class, late)).isEmpty();
            resume();
            await().until(() -> !service.getBean(SafeMode.class).isStopped());
            SwarmRequested after = order(SampleRepository.CHECK);
            assertThat(outside.completed(after).head()).isNotEqualTo(base);
        }
    }

    /** STOP-1, STOP-3: the file stops what runs; a service that is restarted meanwhile stays stopped. */
    @Test
    void theFileEndsWhatRunsAndARestartStaysStopped() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            SwarmRequested request = order(stubborn(1));
            await().atMost(Duration.ofSeconds(40)).until(() -> pids().size() >= 3);

            Files.writeString(directory.resolve("STOP"), "by hand");

            await().until(() -> pids().stream().noneMatch(StopIT::isAlive));
            assertThat(service.getBean(SafeMode.class).isStopped()).isTrue();
            stopped(request);
        }
        Files.delete(directory.resolve("STOP"));
        try (ConfigurableApplicationContext service = start()) {
            assertThat(service.getBean(SafeMode.class).isStopped()).isTrue();
            SwarmRequested late = order("true");
            stopped(late);
            assertThat(outside.heard(SwarmEvent.Started.class, late)).isEmpty();
        }
    }

    private void stopped(SwarmRequested request) {
        outside.probe.await(SwarmEvent.Stopped.class, end -> end.swarm().equals(request.swarm()));
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext service =
                ServiceApplication.runBeside(AutoDevApplication.class, "auto-dev", settings);
        service.getBean(SafeMode.class).awaitCurrent(Duration.ofSeconds(20));
        return service;
    }

    private String stubborn(int trees) {
        return STUBBORN.formatted(directory.resolve("effects"), directory.resolve("pids"), trees);
    }

    private SwarmRequested order(String check) {
        SwarmRequested request = Requests.requested(repository.watched(check, null), base, good);
        outside.order(request);
        return request;
    }

    private void stop() {
        outside.sender.send(new ControlEvent.Stopped(epoch, Instant.now(), "mona", "too much"));
    }

    private void resume() {
        outside.sender.send(new ControlEvent.Resumed(epoch, "mona", "looked at"));
    }

    private List<Long> pids() throws IOException {
        Path pids = directory.resolve("pids");
        return Files.exists(pids)
                ? Files.readAllLines(pids).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> Long.parseLong(line.strip()))
                        .toList()
                : List.of();
    }

    /** A process that has ended and that nobody has asked about yet has no command any more. */
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
