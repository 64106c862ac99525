package dev.wakeful.events;

import java.util.List;
import java.util.Map;

/**
 * Why the system did something: what it looked at, which rule fired, and what it refused to do instead (WAKE-3).
 *
 * @param rule the rule's id, for example {@code AUTH-1}
 * @param outcome what was decided, one sentence
 * @param inputs what the rule looked at, by name
 * @param refused the alternatives and why each was refused
 */
public record Decision(String rule, String outcome, Map<String, String> inputs, List<Refused> refused) {

    public Decision {
        inputs = Map.copyOf(inputs);
        refused = List.copyOf(refused);
    }

    /** An alternative that was considered and not taken. */
    public record Refused(String alternative, String reason) {}
}
