package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A repository as its forge names it, {@code owner/name}, compared in lower case. */
public record RepositoryName(@JsonValue String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9_.-]{1,99}/[a-z0-9_.-]{1,99}");
    private static final Pattern NOT_A_NAME = Pattern.compile("\\.\\.|^\\./|/\\.$");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RepositoryName {
        value = value.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches() || NOT_A_NAME.matcher(value).find()) {
            throw new IllegalArgumentException("A repository is named owner/name, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
