package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one question to a person, exactly as it was shown (AUTH-10). */
public record ApprovalId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApprovalId {
        Identifier.checked("approval id", value);
    }

    public static ApprovalId make(Instant now) {
        return new ApprovalId(Identifier.make("approval", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
