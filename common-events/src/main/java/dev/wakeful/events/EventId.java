package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one event; the inbox of each service handles an id once. */
public record EventId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Identifier.checked("event id", value);
    }

    public static EventId make(Instant now) {
        return new EventId(Identifier.make("event", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
