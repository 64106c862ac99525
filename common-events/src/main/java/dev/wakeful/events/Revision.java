package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A full Git commit id: 40 or 64 lower-case hexadecimal digits. Anything else from outside never reaches a Git command. */
public record Revision(@JsonValue String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Revision {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A revision is a full commit id, got '" + value + "'");
        }
    }

    /** The first ten digits, for people. */
    public String abbreviated() {
        return value.substring(0, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
