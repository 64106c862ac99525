package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identical failures have the same fingerprint: repository, job, step, test and normalised error (TRG-16). */
public record Fingerprint(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprint {
        Identifier.checked("fingerprint", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
