package dev.wakeful.autodev.agent.adapter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object that a program wrote. What is missing, or of another kind than expected, is empty; nothing here throws. */
record Json(JsonNode node) {

    /** The longest text that is taken from anything. */
    static final int LONGEST = 4000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Optional<Json> parse(String line) {
        try {
            return Optional.of(MAPPER.readTree(line)).filter(JsonNode::isObject).map(Json::new);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    Json at(String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return new Json(found);
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isObject() {
        return node.isObject();
    }

    /** The text there, cut; of an object or a list its JSON. */
    String text(String... path) {
        JsonNode found = at(path).node;
        return Cut.to(
                LONGEST,
                found.isMissingNode() || found.isNull()
                        ? ""
                        : found.isContainer() ? found.toString() : found.asString(""));
    }

    /** A short text, or nothing where there is none or where it cannot be a name. */
    Optional<String> name(String... path) {
        return Optional.of(at(path).node.stringValue(""))
                .filter(name -> !name.isBlank() && name.length() <= 200)
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }

    boolean is(String name, String value) {
        return node.path(name).stringValue("").equals(value);
    }

    boolean flag(String... path) {
        return at(path).node.asBoolean(false);
    }

    /** A count: never negative. */
    long count(String... path) {
        return Math.max(0, at(path).node.asLong(0));
    }

    OptionalInt integer(String... path) {
        JsonNode found = at(path).node;
        return found.isIntegralNumber() && found.canConvertToInt()
                ? OptionalInt.of(found.asInt(0))
                : OptionalInt.empty();
    }

    /** Dollars as micro-dollars. */
    Optional<Long> micros(String... path) {
        JsonNode found = at(path).node;
        double dollars = found.asDouble(-1);
        return found.isNumber() && dollars >= 0 && Double.isFinite(dollars)
                ? Optional.of(Math.round(dollars * 1e6))
                : Optional.empty();
    }

    List<Json> items(String... path) {
        JsonNode found = at(path).node;
        return found.isContainer()
                ? found.values().stream().limit(1000).map(Json::new).toList()
                : List.of();
    }
}
