package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.ServiceApplication;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A real process, a real {@code kill -9} in the middle of a check, a real restart (STATE-1). */
class KillIT {

    @TempDir
    Path directory;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void aKilledProcessLeavesNothingBehindAndTheNextOneGoesOn() throws Exception {
        SampleRepository repository = new SampleRepository(directory.resolve("shop"));
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        repository.commit("Sell more", "a.txt", "broken");
        Revision base = repository.commit("Hang a lamp", "d.txt", "fine");
        Path stuck = directory.resolve("stuck");
        String once = "if [ $(wc -l < " + directory.resolve("shop.checked") + ") = 2 ]; then echo $$ > " + stuck
                + "; sleep 1000; fi; ";
        SwarmRequested request =
                Requests.requested(repository.watched(once + SampleRepository.CHECK, null), base, good);
        Map<String, Object> settings = settings();

        Process first = start(settings);
        try {
            outside.order(request);
            await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(stuck) && Files.size(stuck) > 0);
        } finally {
            first.destroyForcibly().waitFor();
        }
        long check = Long.parseLong(Files.readString(stuck).strip());
        assertThat(isRunning(check)).isTrue();

        try (ConfigurableApplicationContext second =
                ServiceApplication.runBeside(AutoDevApplication.class, "auto-dev", settings)) {
            SwarmEvent.Completed completed = outside.completed(request);

            assertThat(second.isActive()).isTrue();
            assertThat(isRunning(check)).isFalse();
            assertThat(outside.heard(SwarmEvent.Started.class, request)).hasSize(1);
            // the one that was broken off, and the failing revision, which was red again
            List<Revision> checked = repository.checked();
            assertThat(checked).hasSize(new HashSet<>(checked).size() + 2);
            assertThat(checked.get(1)).isEqualTo(checked.get(2));
            assertThat(completed.usage().processes()).isEqualTo(checked.size());
        }
    }

    /** A process that has ended and that nobody has asked about yet has no command any more. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema(),
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "wakeful.partitions",
                "1",
                "wakeful.consumer-group",
                "kill-" + System.nanoTime(),
                "wakeful.auto-dev.directory",
                directory.resolve("data"),
                "wakeful.auto-dev.sandbox.kind",
                "none",
                "server.port",
                "0");
    }

    private Process start(Map<String, Object> settings) throws Exception {
        List<String> argv = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AutoDevApplication.class.getName()));
        settings.forEach((key, value) -> argv.add("--" + key + "=" + value));
        return new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-process.log"))
                .start();
    }
}
