package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one piece of work. */
public record TaskId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        Identifier.checked("task id", value);
    }

    public static TaskId make(Instant now) {
        return new TaskId(Identifier.make("task", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
