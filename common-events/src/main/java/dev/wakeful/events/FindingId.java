package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one diagnosed problem. */
public record FindingId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        Identifier.checked("finding id", value);
    }

    public static FindingId make(Instant now) {
        return new FindingId(Identifier.make("finding", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
