package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.DispatchEvent.SwarmStopRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.ServiceApplication;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** BUD-5, BUD-8, MODE-4: one swarm is told to stop; its processes are gone, nothing of it is done any more, and what it used is told. */
class StopOrderIT {

    private static final String WHY = "95 % of a budget is in use, so its swarm stops, which is not critical";

    @TempDir
    Path directory;

    private final Outside outside = new Outside();
    private final String database = TestPostgres.freshSchema();
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
                database,
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "wakeful.partitions",
                "1",
                "wakeful.consumer-group",
                "stop-order-" + System.nanoTime(),
                "wakeful.auto-dev.directory",
                directory.resolve("data"),
                "wakeful.auto-dev.sandbox.kind",
                "none",
                "server.port",
                "0"));
    }

    @AfterEach
    void endWhateverIsLeft() throws IOException {
        outside.close();
        for (String name : List.of("one", "two")) {
            pids(name).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    /** Trees that ignore SIGTERM and leave their session are gone at once; a swarm beside it goes on; told again nothing changes. */
    @Test
    void whatRunsForItIsGoneAtOnceAndNothingElse() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            SwarmRequested one = order(stubborn("one"));
            SwarmRequested two = order(stubborn("two"));
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> pids("one").size() >= 9 && pids("two").size() >= 9);

            Envelope told = outside.sender.send(stop(one));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> pids("one").stream().noneMatch(StopIT::isAlive));
            SwarmEvent.Stopped stopped = stopped(one);
            outside.sender.send(stop(one), told);
            outside.sender.send(stop(one));
            SwarmRequested later = order(SampleRepository.CHECK);
            outside.completed(later);
            outside.sender.send(stop(later));
            outside.sender.send(stop(two));
            stopped(two);

            assertThat(stopped.reason()).isEqualTo(WHY);
            assertThat(stopped.usage().processes()).isEqualTo(1);
            assertThat(stopped.usage().machineTime()).isPositive();
            assertThat(outside.heard(SwarmEvent.Stopped.class, one)).hasSize(1);
            assertThat(outside.heard(SwarmEvent.Failed.class, one)).isEmpty();
            assertThat(outside.heard(SwarmEvent.Stopped.class, later)).isEmpty();
        }
    }

    /** The order may overtake the request; and another instance may be the one that hears it: who holds the swarm looks. */
    @Test
    void toldBeforeItIsAskedForItNeverBeginsAndToldElsewhereItEnds() throws Exception {
        settings.put("wakeful.auto-dev.limits.swarms", "1");
        try (ConfigurableApplicationContext service = start()) {
            SwarmRequested held = order(stubborn("one"));
            await().atMost(Duration.ofSeconds(40)).until(() -> pids("one").size() >= 9);

            SwarmRequested early = Requests.requested(repository.watched("true", null), base, good);
            outside.sender.send(stop(early));
            outside.order(early);
            SwarmEvent.Stopped never = stopped(early);
            service.getBean(JdbcClient.class)
                    .sql("update swarm set stop_reason = 'told elsewhere' where id = :id")
                    .param("id", held.swarm().value())
                    .update();
            await().atMost(Duration.ofSeconds(8))
                    .until(() -> pids("one").stream().noneMatch(StopIT::isAlive));

            assertThat(never.usage()).isEqualTo(SwarmEvent.Usage.NONE);
            assertThat(outside.heard(SwarmEvent.Started.class, early)).isEmpty();
            assertThat(stopped(held).reason()).isEqualTo("told elsewhere");
        }
    }

    /** Written down, and the service is gone before it ends anything: whoever starts next begins no step of it. */
    @Test
    void afterACrashItIsEndedAndNoStepIsDoneAgain() throws Exception {
        SwarmRequested request;
        try (ConfigurableApplicationContext service = start()) {
            request = order(stubborn("one"));
            await().atMost(Duration.ofSeconds(40)).until(() -> pids("one").size() >= 9);
        }
        long begun = pids("one").size();
        JdbcClient.create(new DriverManagerDataSource(database))
                .sql("update swarm set stop_reason = :why where id = :id")
                .param("why", WHY)
                .param("id", request.swarm().value())
                .update();

        try (ConfigurableApplicationContext service = start()) {
            assertThat(stopped(request).reason()).isEqualTo(WHY);
            assertThat(pids("one")).hasSize((int) begun).noneMatch(StopIT::isAlive);
            assertThat(outside.heard(SwarmEvent.Started.class, request)).hasSize(1);
        }
    }

    private SwarmEvent.Stopped stopped(SwarmRequested request) {
        return outside.probe.await(SwarmEvent.Stopped.class, end -> end.swarm().equals(request.swarm()));
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext service =
                ServiceApplication.runBeside(AutoDevApplication.class, "auto-dev", settings);
        service.getBean(SafeMode.class).awaitCurrent(Duration.ofSeconds(20));
        return service;
    }

    private String stubborn(String name) {
        return StopIT.STUBBORN.formatted(directory.resolve("effects-" + name), directory.resolve("pids-" + name), 3);
    }

    private SwarmRequested order(String check) {
        SwarmRequested request = Requests.requested(repository.watched(check, null), base, good);
        outside.order(request);
        return request;
    }

    private static SwarmStopRequested stop(SwarmRequested request) {
        return new SwarmStopRequested(request.swarm(), request.task(), new Decision("BUD-5", WHY, Map.of(), List.of()));
    }

    private List<Long> pids(String name) throws IOException {
        Path pids = directory.resolve("pids-" + name);
        return Files.exists(pids)
                ? Files.readAllLines(pids).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> Long.parseLong(line.strip()))
                        .toList()
                : List.of();
    }
}
