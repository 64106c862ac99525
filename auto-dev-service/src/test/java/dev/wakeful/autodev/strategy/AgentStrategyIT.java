package dev.wakeful.autodev.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.autodev.process.Interrupted;
import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Claims;
import dev.wakeful.autodev.swarm.Intake;
import dev.wakeful.autodev.swarm.Parked;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Swarms;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.ChangeSize;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An agent that is a script of the repository it works on: what it does, how it ends, and what becomes of it (DEV-3, DEV-6, DEV-7, TRG-3). */
@AutoDevTest
@TestPropertySource(
        properties = {
            // others may still be at work beside it
            "wakeful.auto-dev.limits.soft-swarms=20",
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.agents.fixer.kind=scripted",
            "wakeful.auto-dev.agents.fixer.command=sh ./agent.sh {brief}",
            "wakeful.auto-dev.agents.fixer.model=none",
            "wakeful.auto-dev.agents.hasty.kind=scripted",
            "wakeful.auto-dev.agents.hasty.command=sh ./agent.sh",
            "wakeful.auto-dev.agents.hasty.time-limit=2s",
            "wakeful.auto-dev.agents.asking.kind=command",
            "wakeful.auto-dev.agents.asking.command=sh ./agent.sh",
            "wakeful.auto-dev.agents.asking.model=some",
            "wakeful.auto-dev.agents.plain.kind=command",
            "wakeful.auto-dev.agents.plain.command=sh ./agent.sh {brief}"
        })
class AgentStrategyIT {

    private static final String BEGIN = "echo '{\"event\":\"started\",\"session\":\"s-1\",\"model\":\"none\"}'\n";
    private static final String END = "echo '{\"event\":\"finished\",\"message\":\"all is well\"}'\n";
    private static final String MEND = "echo fine > a.txt\n";

    private static final int GATEWAY = freePort();

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("wakeful.auto-dev.gateway", () -> "http://127.0.0.1:" + GATEWAY);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Intake intake;

    @Autowired
    private Swarms swarms;

    @Autowired
    private Claims claims;

    @Autowired
    private Workspaces workspaces;

    @Autowired
    private ProcessRecords records;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();
    private @Nullable Task task;

    @AfterEach
    void hangUp() {
        giveBack();
        outside.close();
    }

    private record Task(SampleRepository repository, Revision base, Claim claim, Workspace workspace) {}

    /** Claims count against the limits of whoever shares this database. */
    private void giveBack() {
        if (task != null) {
            task.claim().giveBack();
        }
    }

    private Attempted attempt(String agent, String script) {
        giveBack();
        Task fresh = task(script);
        task = fresh;
        return again(agent, fresh);
    }

    private Attempted again(String agent, Task on) {
        return strategies
                .find(new StrategyName(agent))
                .orElseThrow()
                .attempt(on.claim(), on.workspace(), new Work(null, List.of(), List.of()));
    }

    private Task task(String script) {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("An agent", "agent.sh", script);
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null);
        transactions.executeWithoutResult(status -> {
            intake.requested(request);
            intake.reserved(request.swarm(), Requests.reserved(request).reservation());
        });
        Claim claim = claims.take(swarms.find(request.swarm()).orElseThrow()).orElseThrow();
        return new Task(repository, base, claim, workspaces.of(claim));
    }

    private Task task() {
        return Objects.requireNonNull(task);
    }

    @Test
    void whatItLeftIsOneCommitOfOurs() throws Exception {
        Attempted attempted = attempt(
                "fixer",
                BEGIN
                        + "grep -q 'Make it green' \"$1\" || exit 9\n"
                        + "[ \"$WAKEFUL_MODEL\" = none ] && [ -n \"$WAKEFUL_TOKEN\" ] || exit 8\n"
                        + "git config user.name Mallory; git commit -qm mine --allow-empty --author 'M <m@x>'\n"
                        + MEND
                        + "echo new > new.txt\n"
                        + "echo '{\"event\":\"tool-started\",\"id\":\"1\",\"name\":\"shell\",\"input\":\"make\"}'\n"
                        + END);

        assertThat(attempted).isInstanceOf(Attempted.Made.class);
        var made = ((Attempted.Made) attempted).candidate();
        assertThat(made.title()).isEqualTo("Mend ci / test");
        assertThat(changed(made.head())).containsExactly("a.txt", "new.txt");
        assertThat(task().workspace().revisions().size(task().base(), made.head()))
                .isEqualTo(new ChangeSize(2, 2, 1));
        assertThat(task().workspace().revisions().describe(made.head()).author())
                .startsWith("Wakeful");
        assertThat(task().workspace().revisions().history(made.head(), 9)).hasSize(3);
        assertSaid("fixer at work with none");
        assertSaid("fixer uses shell: make");
        outside.probe.await(
                SwarmEvent.Progressed.class,
                said -> said.swarm().equals(task().claim().id()) && said.agents() != null && said.agents() >= 1);
        assertThat(records.usage(task().claim().id()).processes()).isEqualTo(1);
        assertThat(jdbc.sql("select kind from swarm_process where swarm = :swarm and ended_at is not null")
                        .param("swarm", task().claim().id().value())
                        .query(String.class)
                        .list())
                .containsExactly("AGENT");
        assertThat(data.resolve("artefacts/" + task().claim().id().value() + "/1.log"))
                .content()
                .contains("\"event\":\"started\"");
        assertThat(sessions()).isEmpty();
    }

    private void assertSaid(String words) {
        outside.probe.await(
                SwarmEvent.Progressed.class,
                said -> said.swarm().equals(task().claim().id())
                        && said.message().contains(words));
    }

    private List<String> sessions() {
        return jdbc.sql("select coalesce(session, '-') from agent_session where swarm = :swarm")
                .param("swarm", task().claim().id().value())
                .query(String.class)
                .list();
    }

    @Test
    void whoeverChangesNothingHasDoneNothing() {
        assertNothing(attempt("fixer", BEGIN + END), Result.NOT_APPLICABLE, "changed nothing", "all is well");
    }

    @Test
    void everyOtherEndHasAReasonThatAPersonUnderstands() {
        assertNothing(attempt("fixer", BEGIN + MEND + "exit 0\n"), Result.BROKEN_OFF, "fixer died");
        assertNothing(attempt("fixer", BEGIN + "kill -9 $$\n"), Result.BROKEN_OFF, "fixer died", "killed");
        assertNothing(attempt("fixer", BEGIN + "echo oh no >&2; exit 3\n"), Result.BROKEN_OFF, "exit code 3: oh no");
        assertNothing(attempt("fixer", "exec no-such-program\n"), Result.BROKEN_OFF, "not there or cannot be run");
        assertNothing(
                attempt("fixer", "echo '{\"event\":\"failed\",\"message\":\"status 402: budget\"}'; exit 1\n"),
                Result.BROKEN_OFF,
                "used up the swarm's money");
        assertNothing(
                attempt(
                        "fixer",
                        "echo '{\"event\":\"failed\",\"message\":\"The usage limit of x is reached until 2999-01-01T00:00:00Z\"}'; exit 1\n"),
                Result.BROKEN_OFF,
                "usage limit",
                "2999");
    }

    private static void assertNothing(Attempted attempted, Result result, String... words) {
        assertThat(attempted).isInstanceOf(Attempted.Nothing.class);
        assertThat(((Attempted.Nothing) attempted).result()).isEqualTo(result);
        assertThat(((Attempted.Nothing) attempted).message()).contains(words);
    }

    /** A provider that is away is not the task's failure: the work waits, and goes on in its session with its files. */
    @Test
    void anOutageParksTheWork() {
        String script = BEGIN
                + "if [ \"$WAKEFUL_SESSION\" = s-1 ] && [ -f half.txt ]; then\n" + MEND + END
                + "else echo half > half.txt\n"
                + "echo '{\"event\":\"failed\",\"message\":\"status 529: overloaded\"}'; exit 1; fi\n";

        assertThatThrownBy(() -> attempt("fixer", script)).isInstanceOf(Parked.class);
        assertThatThrownBy(() -> again("fixer", task())).isInstanceOf(Parked.class);
        assertSaid("fixer waits until");
        assertThat(sessions()).containsExactly("s-1");
        jdbc.sql("update agent_session set parked_until = now() - interval '1 second'")
                .update();

        assertThat(again("fixer", task())).isInstanceOf(Attempted.Made.class);
        assertThat(sessions()).isEmpty();
    }

    /** STATE-1: what was broken off leaves no process, and goes on in its session; never two at once. */
    @Test
    void aRunThatIsBrokenOffGoesOnInItsSession() throws Exception {
        Task fresh = task(BEGIN
                + "if [ -n \"$WAKEFUL_SESSION\" ]; then " + MEND + END + "exit 0; fi\n"
                + "sleep 300 & sleep 300\n");
        task = fresh;
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread instance = Thread.ofPlatform().start(() -> {
            try {
                again("fixer", fresh);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !sessions().isEmpty());
        instance.interrupt();
        instance.join(Duration.ofSeconds(20));

        assertThat(thrown.get()).isInstanceOf(Interrupted.class);
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 300"));
        assertThat(again("fixer", fresh)).isInstanceOf(Attempted.Made.class);
    }

    /** Both were restarted after a crash, and the gateway is the slower one. */
    @Test
    void noAgentIsStartedBeforeTheGatewayAnswers() throws Exception {
        Task fresh = task(MEND);
        task = fresh;
        CompletableFuture<Attempted> attempt = CompletableFuture.supplyAsync(() -> again("asking", fresh));
        assertSaid("asking waits: the gateway at http://127.0.0.1:" + GATEWAY + " does not answer yet");
        assertThat(records.usage(fresh.claim().id()).processes()).isZero();

        try (ServerSocket gateway = new ServerSocket(GATEWAY, 5, InetAddress.getLoopbackAddress())) {
            assertThat(attempt.get(1, TimeUnit.MINUTES)).isInstanceOf(Attempted.Made.class);
            assertThat(gateway.isBound()).isTrue();
        }
    }

    /** DEV-1, DEV-5: what is not there was not deleted, and the agent is told so. */
    @Test
    void anAgentIsToldThatItsTreeIsAPart() {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Guide", "docs/guide.txt", "guide");
        repository.commit("Serve", "services/a/main.txt", "main");
        repository.commit("Serve", "services/b/main.txt", "main");
        repository.commit("Ask for less", ".wakeful.yaml", "checkout: {paths: [services/a]}\n");

        Attempted attempted = attempt(
                "fixer",
                BEGIN
                        + "grep -q '^# A part of the repository' \"$1\" && grep -qx services/a \"$1\" || exit 9\n"
                        + "test -e services/a/main.txt && test ! -e services/b && test ! -e docs || exit 8\n"
                        + "test -z \"$(git status --porcelain)\" || exit 7\n"
                        + "mkdir docs; echo new > docs/new.txt; echo 2 > services/a/main.txt\n" + MEND + END);

        assertThat(attempted).isInstanceOf(Attempted.Made.class);
        Revision head = ((Attempted.Made) attempted).candidate().head();
        assertThat(changed(head)).containsExactly("a.txt", "docs/new.txt", "services/a/main.txt");
    }

    private List<String> changed(Revision head) {
        return task().workspace().revisions().changes(task().base(), head).stream()
                .map(FileChange::path)
                .toList();
    }

    /** A session that is gone is no reason to give up. */
    @Test
    void aSessionThatIsGoneIsBegunAnew() throws Exception {
        Task fresh = task("[ -z \"$WAKEFUL_SESSION\" ] || exit 1\n" + BEGIN + MEND + END);
        task = fresh;
        fresh.workspace().standAt(fresh.base());
        Files.createDirectories(fresh.workspace().place().directory().resolveSibling("home-fixer"));
        jdbc.sql("insert into agent_session (swarm, agent, session, known_at) values (:swarm, 'fixer', 'old', now())")
                .param("swarm", fresh.claim().id().value())
                .update();

        assertThat(again("fixer", fresh)).isInstanceOf(Attempted.Made.class);
        assertThat(records.usage(fresh.claim().id()).processes()).isEqualTo(2);
    }

    @Test
    void aTimeLimitEndsItWithAllThatCameFromIt() {
        assertNothing(
                attempt("hasty", BEGIN + "trap '' TERM; sleep 301 & while true; do sleep 301; done\n"),
                Result.BROKEN_OFF,
                "hasty made no progress",
                "time limit");
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 301"));
    }

    /** Gigabytes, garbage and lines without an end cost no memory and hold nobody up. */
    @Test
    void whateverItPrintsItIsHeardToItsEnd() {
        Attempted attempted = attempt(
                "fixer",
                BEGIN
                        + "head -c 100000000 /dev/zero | tr '\\0' x; echo\n"
                        + "head -c 3000000 /dev/urandom; echo\n"
                        + "yes '{\"event\":\"message\",\"text\":\"again\"' | head -n 50000\n"
                        + MEND + END);

        assertThat(attempted).isInstanceOf(Attempted.Made.class);
        Path log = data.resolve("artefacts/" + task().claim().id().value() + "/1.log");
        assertThat(log.toFile().length()).isBetween(8L << 20, (8L << 20) + 500);
        assertThat(log).content(StandardCharsets.ISO_8859_1).contains("lines were too long");
    }

    /** DEV-4: whatever became of its Git directory, nothing is written elsewhere and its objects are not ours. */
    @Test
    void aGitDirectoryThatLeadsElsewhereLeadsNowhere() {
        SampleRepository victim = new SampleRepository(sources.resolve("victim"));
        Revision before = victim.commit("Mine", "a.txt", "mine");
        String config = victim.git("config", "--list", "--local");
        String objects = victim.git("count-objects");

        Attempted attempted = attempt(
                "fixer", BEGIN + MEND + "rm -rf .git; ln -s '" + victim.path().resolve(".git") + "' .git\n" + END);

        assertThat(attempted).isInstanceOf(Attempted.Made.class);
        assertThat(victim.head()).isEqualTo(before);
        assertThat(victim.git("config", "--list", "--local")).isEqualTo(config);
        assertThat(victim.git("count-objects")).isEqualTo(objects);
    }

    /** Any program will do: what it prints is what it says, and exit code 0 is done. */
    @Test
    void anyCommandIsAnAgent() {
        assertThat(attempt("plain", "echo reading \"$1\"; " + MEND)).isInstanceOf(Attempted.Made.class);
        assertSaid("plain says: reading");
        assertNothing(attempt("plain", "echo cannot; exit 4\n"), Result.BROKEN_OFF, "exit code 4: cannot");
    }
}
