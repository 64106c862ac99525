package dev.wakeful.cli.doctor;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.terminal.CommandFailed;
import java.net.URI;
import java.util.List;

/** While the system runs: whether the agents that it is set up with can be started inside its sandbox, and are new enough (DEV-3). */
final class ConfiguredAgents {

    private ConfiguredAgents() {}

    /** One for each that is a program; none while the system does not answer, which another check tells. */
    static List<Diagnosis> of(URI artefacts) throws InterruptedException {
        try {
            return Server.at(artefacts.resolve("/sandbox")).items("agents").stream()
                    .map(ConfiguredAgents::judge)
                    .toList();
        } catch (CommandFailed silent) {
            return List.of();
        }
    }

    static Diagnosis judge(Item agent) {
        String name = "agent '" + agent.text("name") + "'";
        String kind = agent.text("kind");
        if (!agent.flag("found")) {
            return Diagnosis.problem(
                    name,
                    "It is set up to run " + agent.text("program") + ", which cannot be started in the sandbox: "
                            + agent.text("says"),
                    "Install it for the user that Wakeful runs as, name directories that it needs under wakeful.auto-dev.agents."
                            + agent.text("name") + ".readable, or leave this agent out of the settings.");
        }
        return AgentCheck.ofKind(kind)
                .map(known -> known.judge(name, agent.text("says")))
                .orElseGet(() -> Diagnosis.ok(name, kind + ": " + agent.text("says")));
    }
}
