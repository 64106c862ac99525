package dev.wakeful.standalone.model;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for the APIs. */
final class Answers {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Set<String> names(Stream<JsonNode> tools) {
        return tools.map(tool -> tool.path("name").asString("")).collect(Collectors.toSet());
    }

    static int count(Stream<JsonNode> parts, String key, Set<String> values) {
        return (int) parts.filter(part -> values.contains(part.path(key).asString("")))
                .count();
    }

    static Api.Event named(String type, Map<String, Object> rest) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(Map.of("type", type));
        all.putAll(rest);
        return new Api.Event(type, write(all));
    }
}
