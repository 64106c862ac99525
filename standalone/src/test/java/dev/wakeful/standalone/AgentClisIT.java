package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.standalone.model.Call;
import dev.wakeful.standalone.model.FakeModel;
import dev.wakeful.standalone.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The system as it is shipped with the real coding agents, each in the sandbox, against a model of our own behind the metering gateway. Only
 * the profile {@code agent-clis} runs it, for it installs the agents with npm.
 */
@Tag("agent-clis")
@ParameterizedClass
@EnumSource
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class AgentClisIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long MONEY_MICROS = 2_000_000;

    @TempDir
    private static Path directory;

    private static final String PROVIDER_KEY = "provider-key-" + UUID.randomUUID();

    private static Path programs;
    private static Path keyFile;
    private static FakeModel model;
    private static Trap trap;
    private static Map<String, String> environment;

    @SuppressWarnings("NullAway.Init")
    private static RunningWakeful wakeful;

    private static Path data = Path.of("none");
    private static int port;

    private final AgentCli cli;

    AgentClisIT(AgentCli cli) {
        this.cli = cli;
    }

    @BeforeAll
    static void install() throws Exception {
        programs = InstalledClis.programs();
        keyFile = Files.writeString(directory.resolve("provider.key"), PROVIDER_KEY);
        model = FakeModel.start(keyFile);
        trap = Trap.set();
        environment = Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                Files.createDirectory(directory.resolve("nobody")).toString(),
                "LANG",
                "C.UTF-8");
    }

    /** A system for each: how many pull requests there may be in an hour is a hard limit (LIM-1). */
    @BeforeParameterizedClassInvocation
    static void start(AgentCli cli) throws Exception {
        data = directory.resolve("data-" + cli.strategy());
        port = FreePorts.inARow();
        wakeful = started(cli);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (wakeful != null) {
            wakeful.close();
        }
    }

    @AfterAll
    static void end() {
        if (model != null) {
            model.close();
        }
        if (trap != null) {
            trap.close();
        }
    }

    private static RunningWakeful started(AgentCli cli) throws IOException {
        return RunningWakeful.start(data, port, environment, settings(cli));
    }

    /** Machine time is free, so that what the ledger books is what the calls cost, to the micro-dollar. */
    private static Map<String, String> settings(AgentCli cli) {
        Map<String, String> all = new TreeMap<>(cli.settings(programs));
        all.putAll(Map.of(
                "wakeful.planner.model-money", "2",
                "wakeful.planner.time-limit", "10m",
                "wakeful.machine-minute-micros", "0",
                "wakeful.budget.hour", "40",
                "wakeful.budget.night.hour", "20",
                "wakeful.auto-dev.permissions.ask", "fetch"));
        for (String provider : List.of("anthropic", "openai", "gemini")) {
            all.put(
                    "wakeful.budget.gateway.providers." + provider + ".base-url",
                    model.address().toString());
            all.put("wakeful.budget.gateway.providers." + provider + ".key-file", keyFile.toString());
        }
        return all;
    }

    /** DEV-3, VER-2, BUD-4, DEV-4: it reads, edits and tests; the change is proven, each call is paid for, no key is seen. */
    @Test
    @Order(1)
    void anAgentMendsARedBuild() throws Exception {
        int before = model.calls(cli.model()).size();
        ShopRepository shop = reported("mend", Scenario.MEND);

        JsonNode task = ended(shop, "PROPOSED");

        assertThat(said(shop, "swarm.completed.v1")).contains("Fixed and proven by " + cli.strategy());
        assertThat(task.path("evidence").valueStream())
                .filteredOn(evidence -> evidence.path("role").asString().equals("HEAD"))
                .isNotEmpty()
                .allMatch(evidence -> evidence.path("verdict").asString().equals("GREEN"));
        assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
        List<AgentEvent> events = cli.events(transcripts(shop).getLast());
        assertThat(events).anyMatch(event -> event instanceof AgentEvent.Started started && started.session() != null);
        assertThat(events)
                .anyMatch(event -> event instanceof AgentEvent.ToolStarted tool
                        && tool.input().contains("sh check.sh"));
        assertThat(events)
                .anyMatch(event -> event instanceof AgentEvent.FileChanged file
                        && file.path().endsWith("price.txt"));
        if (cli.asks()) {
            assertThat(events).anyMatch(AgentEvent.PermissionAsked.class::isInstance);
        }
        List<Call> calls = callsSince(before);
        assertThat(calls).hasSizeGreaterThan(3).allMatch(call -> call.key().equals(PROVIDER_KEY));
        assertThat(spent(task)).isEqualTo(calls.size() * cli.microsPerCall()).isPositive();
        assertThat(spent(task)).isLessThanOrEqualTo(MONEY_MICROS);
        assertThat(calls).anyMatch(call -> call.body().contains("WAKEFUL_SWARM="));
        assertThat(calls).noneMatch(call -> call.body().contains(PROVIDER_KEY));
        assertThat(Files.readString(transcripts(shop).getLast())).doesNotContain(PROVIDER_KEY);
    }

    /** BUD-3, BUD-4: refused in the middle of its work, it ends; the swarm says why, and nothing is spent above its money. */
    @Test
    @Order(2)
    void anAgentThatUsesUpItsMoneyIsStopped() throws Exception {
        int before = model.calls(cli.model()).size();
        ShopRepository shop = reported("spend", Scenario.SPEND);

        JsonNode task = ended(shop, "PARKED");

        assertThat(said(shop, "swarm.failed.v1")).contains(cli.strategy() + " used up the swarm's money.");
        assertThat(callsSince(before)).isNotEmpty();
        assertThat(spent(task)).isPositive().isLessThanOrEqualTo(MONEY_MICROS);
        assertThat(shop.offered()).isEmpty();
    }

    /** AUTH-9: what policy leaves to a person waits for one; a yes is for this one call, and opens no way out of the sandbox. */
    @Test
    @Order(5)
    void anAgentAsksAPerson() throws Exception {
        assumeTrue(cli.asksToFetch());
        ShopRepository shop = reported("ask", Scenario.FETCH);

        JsonNode question = question(shop);
        assertThat(question.toString()).contains("fetch", Scenario.FETCHED, "auto-dev.permissions.ask");
        wakeful.post(
                "/api/approvals/" + question.path("id").asString(),
                Map.of("answer", "approve", "quote", "0", "by", "mona", "reason", "It is not there anyway"));
        JsonNode task = ended(shop, "PROPOSED");

        assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
        assertThat(cli.events(transcripts(shop).getLast()))
                .anyMatch(event -> event instanceof AgentEvent.ToolEnded tool
                        && tool.failed()
                        && tool.name().equals("fetch"));
    }

    /** DEV-4, DEV-5: nothing that a repository sets up for agents is run, no other model is asked, and people are told of it. */
    @Test
    @Order(6)
    void whatARepositorySetsUpForAgentsDoesNotCount() throws Exception {
        int before = model.calls(cli.model()).size();
        ShopRepository shop =
                reported("poisoned", Scenario.POISONED, path -> PoisonedSettings.write(path, trap.address()));

        JsonNode task = ended(shop, "PROPOSED");

        assertThat(trap.caught()).isEmpty();
        assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
        List<Call> calls = callsSince(before);
        assertThat(calls)
                .allMatch(call -> call.key().equals(PROVIDER_KEY))
                .anyMatch(call -> call.body().contains(Scenario.SHOWN + "\\n")
                        || call.body().contains(Scenario.SHOWN + "\""))
                // in the brief, where it is marked as data, and nowhere else
                .allMatch(call -> call.body().split(PoisonedSettings.guide("AGENTS.md"), -1).length <= 2)
                .noneMatch(call -> call.body().contains(PoisonedSettings.guide("CLAUDE.md")));
        if (cli.leavesOutSettings()) {
            assertThat(calls)
                    .noneMatch(call -> call.body().contains(PoisonedSettings.RAN))
                    .noneMatch(call -> call.body().contains(PoisonedSettings.SET))
                    .noneMatch(call -> call.body().contains(PoisonedSettings.guide("GEMINI.md")));
        }
        assertThat(spent(task)).isEqualTo(calls.size() * cli.microsPerCall()).isPositive();
        assertThat(task.path("suspicions").toString())
                .contains(".claude/settings.json", "opencode.json", ".gemini/settings.json", ".codex/config.toml");
    }

    /** TRG-3: killed from outside while it works, its death is noticed, and the swarm ends with that reason. */
    @Test
    @Order(4)
    void anAgentThatIsKilledIsDead() throws Exception {
        ShopRepository shop = reported("killed", Scenario.WAIT);
        waiting(shop);

        assertThat(killed()).isPositive();

        ended(shop, "PARKED");
        assertThat(said(shop, "swarm.failed.v1")).contains(cli.strategy() + " died.");
        assertThat(shop.offered()).isEmpty();
        assertThat(processes()).isEmpty();
    }

    /** STATE-1, DEV-7: after a kill of the whole system the agent goes on in its session. */
    @Test
    @Order(3)
    void anAgentGoesOnAfterACrash() throws Exception {
        assumeTrue(cli.remembers());
        ShopRepository shop = reported("crashed", Scenario.WAIT);
        waiting(shop);
        int before = model.calls(cli.model()).size();
        wakeful.kill();
        wakeful = started(cli);

        JsonNode task = ended(shop, "PROPOSED");

        assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
        assertThat(callsSince(before))
                .anyMatch(call -> call.body().contains("You were interrupted")
                        && call.body().contains(Scenario.WAIT.command()));
        assertThat(processes()).isEmpty();
    }

    private ShopRepository reported(String name, Scenario scenario) throws Exception {
        return reported(name, scenario, path -> {});
    }

    private ShopRepository reported(String name, Scenario scenario, ShopRepository.Contents more) throws Exception {
        ShopRepository shop = ShopRepository.neverGreen(
                directory, cli.strategy() + "-" + name, cli.strategy(), scenario.command(), more);
        // three swarms in a row that fail stop the system (STOP-2); what succeeds comes in between, and this is for
        // what does not
        if (wakeful.get("/api/emergency-stop").path("stopped").asBoolean()) {
            wakeful.post("/api/resume", Map.of("reason", "The next test"));
        }
        wakeful.add(shop);
        wakeful.webhook(
                "d-" + shop.name().replace('/', '-'),
                shop.failedJob(Math.abs(shop.name().hashCode())));
        return shop;
    }

    /** What a person is asked about it. */
    private JsonNode question(ShopRepository shop) {
        return await().atMost(PATIENCE)
                .until(
                        () -> wakeful.get("/api/approvals")
                                .path("approvals")
                                .valueStream()
                                .filter(each -> each.path("task")
                                        .asString("")
                                        .equals(wakeful.taskOf(shop).path("id").asString("none")))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private JsonNode ended(ShopRepository shop, String state) {
        JsonNode task = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> wakeful.taskOf(shop),
                        found -> List.of("PROPOSED", "FAILED", "PARKED")
                                .contains(found.path("state").asString("")));
        assertThat(task.path("state").asString())
                .as("%s: %s", shop.name(), story(shop))
                .isEqualTo(state);
        return settled(task.path("id").asString());
    }

    /** The ledger's last word comes after the task's. */
    private JsonNode settled(String task) {
        return await().atMost(PATIENCE)
                .until(
                        () -> wakeful.get("/api/tasks/" + task),
                        found -> found.path("timeline")
                                .valueStream()
                                .anyMatch(step ->
                                        step.path("type").asString().matches("budget\\.(settled|released)\\.v1")));
    }

    private String said(ShopRepository shop, String type) {
        return timeline(shop)
                .filter(step -> step.path("type").asString().equals(type))
                .map(step -> step.path("summary").asString())
                .collect(Collectors.joining("\n"));
    }

    private String story(ShopRepository shop) {
        return timeline(shop).map(step -> step.path("summary").asString()).collect(Collectors.joining("\n"));
    }

    private Stream<JsonNode> timeline(ShopRepository shop) {
        return wakeful.get("/api/tasks/" + wakeful.taskOf(shop).path("id").asString())
                .path("timeline")
                .valueStream();
    }

    private static long spent(JsonNode task) {
        return task.at("/cost/spentMicros").asLong();
    }

    private List<Call> callsSince(int before) {
        return model.calls(cli.model()).stream().skip(before).toList();
    }

    /** The agents' own logs among those of a swarm's commands: they are JSON. Oldest first. */
    private List<Path> transcripts(ShopRepository shop) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("auto-dev/artefacts").resolve(swarm(shop)))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(AgentClisIT::isTranscript)
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        }
    }

    private static boolean isTranscript(Path log) {
        try {
            String text = Files.readString(log);
            return text.contains("{\"type\":") || text.contains("{\"jsonrpc\":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that works on it; empty while there is none. */
    private String swarm(ShopRepository shop) {
        return wakeful.swarmOf(shop).orElse("");
    }

    /** Until the agent has begun to wait, as its home tells. */
    private void waiting(ShopRepository shop) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            String swarm = swarm(shop);
            return !swarm.isEmpty()
                    && Files.exists(data.resolve("auto-dev/workspaces")
                            .resolve(swarm)
                            .resolve("home-" + cli.strategy())
                            .resolve(Scenario.WAITED));
        });
    }

    /** {@code kill -9} of the agent's own program, not of the sandbox around it. */
    private int killed() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        return all.size();
    }

    private List<ProcessHandle> processes() {
        return wakeful.descendants().stream()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("agent-clis") || command.endsWith("/node"))
                        .isPresent())
                .toList();
    }
}
