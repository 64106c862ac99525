package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Invocation;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes an agent's process ready to start inside the sandbox, with its settings in its home and the swarm's token as its only key. */
@Component
class Fenced {

    private final ObjectProvider<Sandbox> sandbox;
    private final GatewayKeys keys;

    Fenced(ObjectProvider<Sandbox> sandbox, GatewayKeys keys) {
        this.sandbox = sandbox;
        this.keys = keys;
    }

    AgentSpec spec(Claim claim, Agent agent, Place place, String brief, @Nullable String session, Duration limit) {
        AgentSettings settings = agent.settings();
        return new AgentSpec(
                brief,
                place.directory(),
                settings.model(),
                sandbox.getObject().inside(keys.gateway()),
                keys.token(claim, settings.model()),
                session,
                settings.mostTurns(),
                limit);
    }

    ProcessBuilder process(Agent agent, AgentSpec spec, Place place) {
        Invocation invocation = agent.adapter().invocation(spec);
        new AgentHome(place.home()).write(invocation.homeFiles());
        List<Path> installation =
                Installation.of(invocation.argv().getFirst(), System.getenv().getOrDefault("PATH", ""));
        List<Path> readable = Stream.concat(installation.stream(), agent.settings().readable().stream())
                .distinct()
                .toList();
        return sandbox.getObject()
                .enclose(new Enclosure(place, readable, invocation.environment(), keys.gateway()), invocation.argv());
    }
}
