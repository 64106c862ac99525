package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real process in its default sandbox, a real {@code kill -9} while agents, a race, a step of the pipeline and a review are at work, and a
 * real restart (STATE-1, DEV-6): all that was at work dies at once, nothing runs twice at the same time, and every swarm ends. One kill for
 * all of them; each writes stamps of the time while it is at work, beside a child that
 * does not notice when nobody reads them any more, and works on only after the restart.
 */
class AgentKillIT {

    /** What the swarm was at when the service was killed. */
    enum Moment {
        AGENT("one"),
        RACE("one", "two"),
        STEP("step"),
        REVIEW("critic");

        private final List<String> atWork;

        Moment(String... atWork) {
            this.atWork = List.of(atWork);
        }
    }

    private static final String STAMPS = """
            stamp() { echo "stamp $1 $(date +%%s%%N)"; }
            sleep 600 </dev/null >/dev/null 2>&1 &
            stamp $1
            while %s [ ! -e %s/go ]; do sleep 0.05; stamp $1; done
            """;

    @TempDir
    static Path directory;

    private static final Outside OUTSIDE = new Outside();
    private static final Map<Moment, SwarmRequested> ORDERED = new EnumMap<>(Moment.class);
    private static final Map<Moment, String> SOURCES = new EnumMap<>(Moment.class);
    private static ServiceProcess service;

    @BeforeAll
    static void killAllOfThemAndStartAgain() throws Exception {
        Path flags = Files.createDirectories(directory.resolve("flags"));
        service = new ServiceProcess("killed-at-work", directory.resolve("data"))
                .with("db-scheduler.threads", "6")
                .with("wakeful.auto-dev.sandbox.readable", flags)
                .with("wakeful.auto-dev.review.reviewers", "critic");
        for (String agent : List.of("one", "two", "critic")) {
            service.with("wakeful.auto-dev.agents." + agent + ".kind", "scripted")
                    .with("wakeful.auto-dev.agents." + agent + ".command", "sh ./" + agent + ".sh " + agent);
        }
        service.start(Map.of());
        for (Moment moment : Moment.values()) {
            ORDERED.put(moment, order(moment, flags));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Stream.of(Moment.values()).allMatch(AgentKillIT::isAtWork));

        service.kill();

        for (SwarmRequested request : ORDERED.values()) {
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> Marked.by(request.swarm()).isEmpty());
        }
        Files.createFile(flags.resolve("go"));
        service.start(Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        service.close();
        ORDERED.values().forEach(request -> Marked.by(request.swarm()).forEach(ProcessHandle::destroyForcibly));
        OUTSIDE.close();
    }

    private static SwarmRequested order(Moment moment, Path flags) {
        SampleRepository repository = new SampleRepository(directory.resolve(moment.name()));
        String agent = "echo '{\"event\":\"started\",\"session\":\"s-1\",\"model\":\"none\"}'\n"
                + stamps(moment == Moment.AGENT || moment == Moment.RACE, flags)
                + "case \"$1\" in critic) ;; *) echo fine > a.txt; echo \"$1\" > \"$1.md\";; esac\n"
                + "echo '{\"event\":\"finished\",\"message\":\"ACCEPT: done\"}'\n";
        String critic = agent.replace(
                stamps(moment == Moment.AGENT || moment == Moment.RACE, flags), stamps(moment == Moment.REVIEW, flags));
        repository.commit("An agent", "one.sh", agent);
        repository.commit("Another agent", "two.sh", agent);
        repository.commit("A critic", "critic.sh", critic);
        repository.commit("A step", "step.sh", stamps(moment == Moment.STEP, flags));
        repository.commit(
                "How to work",
                ".wakeful.yaml",
                "strategies: [[one" + (moment == Moment.RACE ? ", two" : "") + "]]\nsteps: {tests: sh step.sh step}\n");
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SOURCES.put(moment, fingerprint(repository));
        SwarmRequested request = Requests.requested(
                new WatchedRepository(
                        new RepositoryName("acme/" + moment.name().toLowerCase(java.util.Locale.ROOT)),
                        repository.path().toString(),
                        "main",
                        SampleRepository.CHECK,
                        null),
                base,
                null);
        OUTSIDE.order(request);
        return request;
    }

    private static String stamps(boolean waits, Path flags) {
        return STAMPS.formatted(waits ? "" : "false &&", flags);
    }

    /** Everything that could be changed in it. */
    private static String fingerprint(SampleRepository repository) {
        return repository.git("status", "--porcelain")
                + repository.git("for-each-ref")
                + repository.git("count-objects", "-v")
                + repository.git("config", "--list", "--local")
                + repository.git("rev-parse", "HEAD");
    }

    private static boolean isAtWork(Moment moment) {
        return moment.atWork.stream()
                .allMatch(name -> runs(moment, name).stream().anyMatch(run -> run.getCount() > 3));
    }

    /** When each run of it was seen at work, the first one first; its log was written as it ran. */
    private static List<LongSummaryStatistics> runs(Moment moment, String name) {
        List<LongSummaryStatistics> runs = new ArrayList<>();
        try {
            for (Path log : logs(moment)) {
                LongSummaryStatistics stamps = Files.readAllLines(log).stream()
                        .filter(line -> line.matches("stamp " + name + " \\d{19}"))
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .summaryStatistics();
                if (stamps.getCount() > 0) {
                    runs.add(stamps);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.sort(Comparator.comparingLong(LongSummaryStatistics::getMin));
        return runs;
    }

    private static List<Path> logs(Moment moment) throws IOException {
        SwarmRequested request = Objects.requireNonNull(ORDERED.get(moment));
        Path artefacts =
                directory.resolve("data/artefacts").resolve(request.swarm().value());
        if (!Files.isDirectory(artefacts)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(artefacts)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d+\\.log"))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverWasAtWorkGoesOnOnceAndLeavesNothingBehind(Moment moment) throws Exception {
        SwarmRequested request = Objects.requireNonNull(ORDERED.get(moment));

        SwarmEvent.Completed completed = OUTSIDE.completed(request);

        assertThat(completed.strategy()).isIn("one", "two");
        for (String name : moment.atWork) {
            List<LongSummaryStatistics> runs = runs(moment, name);
            assertThat(runs).hasSizeGreaterThanOrEqualTo(2);
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i).getMin()).isGreaterThan(runs.get(i - 1).getMax());
            }
        }
        assertThat(Marked.by(request.swarm())).isEmpty();
        await().until(() -> Files.notExists(
                directory.resolve("data/workspaces").resolve(request.swarm().value())));
        assertThat(OUTSIDE.heard(SwarmEvent.Started.class, request)).hasSize(1);
        assertThat(OUTSIDE.heard(SwarmEvent.Completed.class, request)).hasSize(1);
        assertThat(count("swarm_process where swarm = '" + request.swarm().value() + "'"))
                .isEqualTo(completed.usage().processes())
                .isEqualTo(logs(moment).size());
        assertThat(count("swarm_process where ended_at is null and swarm = '"
                        + request.swarm().value() + "'"))
                .isZero();
        assertThat(count("agent_at_work where swarm = '" + request.swarm().value() + "'"))
                .isZero();
        assertThat(fingerprint(new SampleRepository(directory.resolve(moment.name()))))
                .isEqualTo(SOURCES.get(moment));
    }

    private static int count(String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection(service.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
