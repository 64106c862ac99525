package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What real agents have said, recorded, and a task to give them. */
final class Samples {

    static final AgentSpec SPEC = spec(null);

    private Samples() {}

    static AgentSpec spec(@Nullable String session) {
        return new AgentSpec(
                "Mend it.\nThe log says: $(rm -rf /)",
                Path.of("/workspace"),
                Path.of("/home/agent"),
                "some-model",
                URI.create("http://127.0.0.1:8423"),
                "wakeful_swarm_secret",
                session,
                30,
                Duration.ofMinutes(10));
    }

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/agent-cli/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events of a conversation in which these lines were heard. */
    static List<AgentEvent> events(Conversation conversation, List<String> lines) {
        List<AgentEvent> events = new ArrayList<>();
        lines.forEach(line -> events.addAll(conversation.heard(line).events()));
        return events;
    }
}
