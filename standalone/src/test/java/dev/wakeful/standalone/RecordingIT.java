package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.standalone.model.FakeModel;
import dev.wakeful.standalone.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records the real agents at work and in trouble, for the corpus of the watch (DEV-6): with {@code -Dwakeful.record=all}, or the name of one, in the
 * profile {@code agent-clis}. What comes of it is in {@code target/recordings}; what is kept of it is in the tests of auto-dev.
 */
@Tag("agent-clis")
@Timeout(400)
@EnabledIfSystemProperty(named = "wakeful.record", matches = ".+")
class RecordingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final List<Scenario> WANTED =
            List.of(Scenario.THINK, Scenario.BUILD, Scenario.POLL, Scenario.LOOP, Scenario.SLEEP, Scenario.HANG);

    @TempDir
    private static Path directory;

    /** One agent at one repository. */
    private record Run(Scenario scenario, ShopRepository shop) {}

    @ParameterizedTest
    @EnumSource
    void anAgentIsRecorded(AgentCli cli) throws Exception {
        String wanted = System.getProperty("wakeful.record");
        if (!wanted.equals("all") && !List.of(wanted.split(",")).contains(cli.strategy())) {
            return;
        }
        Path programs = InstalledClis.programs();
        Path key = Files.writeString(directory.resolve("key"), "no key");
        Path data = directory.resolve("data-" + cli.strategy());
        Path home = Files.createDirectories(directory.resolve("nobody"));
        Map<String, String> environment =
                Map.of("PATH", System.getenv("PATH"), "HOME", home.toString(), "LANG", "C.UTF-8");
        try (FakeModel model = FakeModel.start(key);
                RunningWakeful wakeful = RunningWakeful.start(
                        data, FreePorts.inARow(), environment, settings(cli, programs, model, key))) {
            List<Run> runs = new ArrayList<>();
            for (Scenario scenario : WANTED) {
                runs.add(started(cli, scenario, wakeful));
            }
            Map<Run, Recorder> recorders = followed(wakeful, data, runs);
            for (Map.Entry<Run, Recorder> each : recorders.entrySet()) {
                write(cli, each.getKey().scenario(), each.getValue(), programs);
                assertThat(each.getValue().lines()).as(each.getKey().toString()).hasSizeGreaterThan(5);
            }
        }
    }

    private static Map<String, String> settings(AgentCli cli, Path programs, FakeModel model, Path key) {
        Map<String, String> all = new TreeMap<>(cli.settings(programs));
        all.putAll(Map.of(
                "wakeful.planner.model-money", "2",
                "wakeful.planner.time-limit", "10m",
                "wakeful.planner.attempts", "1",
                "wakeful.budget.hour", "40",
                "wakeful.budget.night.hour", "40",
                "wakeful.auto-dev.watch.start", "60s",
                "wakeful.auto-dev.watch.silence", "60s",
                "db-scheduler.threads", "8",
                "wakeful.auto-dev.limits.soft-swarms", "19"));
        for (String provider : List.of("anthropic", "openai", "gemini")) {
            String prefix = "wakeful.budget.gateway.providers." + provider + ".";
            all.put(prefix + "base-url", model.address().toString());
            all.put(prefix + "key-file", key.toString());
        }
        return all;
    }

    private static Run started(AgentCli cli, Scenario scenario, RunningWakeful wakeful) throws Exception {
        String name = cli.strategy() + "-" + scenario.name().toLowerCase(Locale.ROOT);
        ShopRepository shop = ShopRepository.neverGreen(directory, name, cli.strategy(), scenario.command());
        wakeful.add(shop);
        wakeful.webhook("d-" + name, shop.failedJob(Math.abs(name.hashCode())));
        return new Run(scenario, shop);
    }

    private static Map<Run, Recorder> followed(RunningWakeful wakeful, Path data, List<Run> runs) {
        Map<Run, Recorder> recorders = new TreeMap<>(java.util.Comparator.comparing(Run::scenario));
        int[] round = {0};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (recorders.size() < runs.size() && round[0]++ % 5 == 0) {
                runs.stream()
                        .filter(run -> !recorders.containsKey(run))
                        .forEach(run -> wakeful.swarmOf(run.shop())
                                .ifPresent(swarm -> recorders.put(run, new Recorder(data, swarm))));
            }
            recorders.values().forEach(Recorder::look);
            return recorders.size() == runs.size()
                    && recorders.values().stream().allMatch(Recorder::isOver);
        });
        return recorders;
    }

    private static void write(AgentCli cli, Scenario scenario, Recorder recorder, Path programs) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "recordings"))
                .resolve(cli.strategy().substring(4) + "-" + scenario.name().toLowerCase(Locale.ROOT) + ".txt");
        Trimmed trimmed = new Trimmed(directory, programs);
        List<String> lines = new ArrayList<>(
                List.of("kind " + cli.kind(), "expect " + expected(scenario), "patience " + patience(scenario)));
        recorder.lines().forEach(line -> lines.add(trimmed.line(line)));
        Files.write(file, lines);
    }

    /** What the watch is to notice; the recordings say it at their top. */
    private static String expected(Scenario scenario) {
        return switch (scenario) {
            case LOOP -> "LOOP";
            case SLEEP, HANG -> "STUCK";
            default -> "fine";
        };
    }

    /** Those in trouble were ended in the end, so they are played with a little less. */
    private static String patience(Scenario scenario) {
        return expected(scenario).equals("fine") ? "60 60 6" : "45 45 5";
    }
}
