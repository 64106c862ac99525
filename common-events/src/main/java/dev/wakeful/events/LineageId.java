package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** One cause, followed through every event, branch, pull request and retry it leads to. */
public record LineageId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LineageId {
        Identifier.checked("lineage id", value);
    }

    public static LineageId make(Instant now) {
        return new LineageId(Identifier.make("lineage", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
