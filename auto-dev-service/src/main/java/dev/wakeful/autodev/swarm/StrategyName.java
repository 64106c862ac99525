package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A way to mend a failure (DEV-2): one of the two that need no model, or the name of an agent that the operator has set up. */
public record StrategyName(@JsonValue String value) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Take the commit back that brought the failure. */
    public static final StrategyName REVERT_CULPRIT = new StrategyName("revert-culprit");

    /** Run the repository's own fix command. */
    public static final StrategyName RUN_COMMAND = new StrategyName("run-command");

    /** @throws IllegalArgumentException when it cannot be a name */
    public StrategyName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A strategy is named with small letters, digits and hyphens, 40 at most: " + value);
        }
    }

    /** Steps that were written down before names were free have {@code REVERT_CULPRIT}. */
    @JsonCreator
    static StrategyName written(String value) {
        return new StrategyName(value.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether an agent, and so a model, is behind it. */
    public boolean isAgent() {
        return !equals(REVERT_CULPRIT) && !equals(RUN_COMMAND);
    }

    /** As events and people call it. */
    @Override
    public String toString() {
        return value;
    }
}
