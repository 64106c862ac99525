package dev.wakeful.autodev.trial;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.process.Command;
import dev.wakeful.autodev.process.DiskFull;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.Running;
import dev.wakeful.autodev.process.Shell;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks every agent that is a program for its version, inside the sandbox and as it would be started there (DEV-3): an agent that is not
 * installed, or cannot be seen from within, is noticed before a swarm pays for it. A key or a network is not needed for that.
 */
@Component
class AgentTrial {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_WORDS = 200;

    private final Agents agents;
    private final Sandbox sandbox;
    private final Shell shell;
    private final Running running;
    private final Workspaces workspaces;
    private final Path directory;

    AgentTrial(
            Agents agents,
            Sandbox sandbox,
            Shell shell,
            Running running,
            Workspaces workspaces,
            AutoDevProperties properties) {
        this.agents = agents;
        this.sandbox = sandbox;
        this.shell = shell;
        this.running = running;
        this.workspaces = workspaces;
        this.directory = properties.directory().resolve("trial");
    }

    /** One after the other; those that are a line of a shell are whatever it says, and are left out. */
    List<AgentFound> find() {
        return agents.all().stream().filter(Agent::isProgram).map(this::find).toList();
    }

    private AgentFound find(Agent agent) {
        Path own = directory.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(own);
            Workspace workspace = workspaces.trial(own, new Marked(running, "trial:" + own.getFileName()));
            workspace.standEmpty();
            Enclosure enclosure = new Enclosure(workspace.place(), agent.readable(), Map.of(), null, null);
            Command command = new Command(
                    "'" + agent.program().replace("'", "'\\''") + "' --version",
                    workspace.place(),
                    argv -> sandbox.enclose(enclosure, argv),
                    own.resolve("log").resolve("1.log"),
                    LIMIT);
            return found(
                    agent,
                    shell.run(command, new Marked(running, workspace.place().mark())));
        } catch (DiskFull e) {
            return found(agent, false, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The agent " + agent.name() + " could not be tried", e);
        } finally {
            workspaces.removeTrial(own);
        }
    }

    private static AgentFound found(Agent agent, Ended ended) {
        String told = ended.tail()
                .replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String says = told.length() <= MOST_WORDS ? told : told.substring(0, MOST_WORDS) + "…";
        return found(agent, !ended.couldNotRun(), says);
    }

    private static AgentFound found(Agent agent, boolean runs, String says) {
        return new AgentFound(agent.name(), agent.settings().kind().toString(), agent.program(), runs, says);
    }
}
