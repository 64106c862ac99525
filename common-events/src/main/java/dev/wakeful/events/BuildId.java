package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A build as its CI system names it, for example {@code github:job:289782451}. */
public record BuildId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuildId {
        Identifier.checked("build id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
