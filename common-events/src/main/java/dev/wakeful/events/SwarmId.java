package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one attempt at a task, with its own budget and workspaces. */
public record SwarmId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SwarmId {
        Identifier.checked("swarm id", value);
    }

    public static SwarmId make(Instant now) {
        return new SwarmId(Identifier.make("swarm", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
