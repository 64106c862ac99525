package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Invocation;
import dev.wakeful.autodev.download.Door;
import dev.wakeful.autodev.process.Fence;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an agent's process ready to start inside the sandbox, with its settings in its home and the swarm's token as its only key. */
@Component
class Fenced {

    private final Sandbox sandbox;
    private final GatewayKeys keys;

    Fenced(Sandbox sandbox, GatewayKeys keys) {
        this.sandbox = sandbox;
        this.keys = keys;
    }

    AgentSpec spec(Claim claim, Agent agent, Place place, String brief, @Nullable String session, Duration limit) {
        AgentSettings settings = agent.settings();
        return new AgentSpec(
                brief,
                place.directory(),
                place.home(),
                settings.model(),
                sandbox.inside(keys.gateway()),
                keys.token(claim, settings.model()),
                session,
                settings.mostTurns(),
                limit);
    }

    /** What is run, once its settings are in its home. */
    List<String> furnished(Agent agent, AgentSpec spec, Place place) {
        Invocation invocation = agent.adapter().invocation(spec);
        new AgentHome(place.home()).write(invocation.homeFiles());
        return invocation.argv();
    }

    /** What keeps it in: it sees its tree, what Git needs to work in it, its installation, and the gateway; and what it may download from. */
    Fence fence(Agent agent, AgentSpec spec, Place place, Workspace workspace, Door door) {
        Invocation invocation = agent.adapter().invocation(spec);
        List<Path> installation =
                Installation.of(invocation.argv().getFirst(), System.getenv().getOrDefault("PATH", ""));
        List<Path> readable = Stream.of(installation, agent.settings().readable(), workspace.readable())
                .flatMap(List::stream)
                .distinct()
                .toList();
        Enclosure enclosure = new Enclosure(
                place,
                readable,
                invocation.environment(),
                keys.gateway(),
                door.address().orElse(null));
        return argv -> sandbox.enclose(enclosure, argv);
    }
}
