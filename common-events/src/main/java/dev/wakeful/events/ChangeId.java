package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one change offered to a forge. */
public record ChangeId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChangeId {
        Identifier.checked("change id", value);
    }

    public static ChangeId make(Instant now) {
        return new ChangeId(Identifier.make("change", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
