package dev.wakeful.cli.server;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One JSON object of the interface, read leniently: what is absent is an empty text, zero, false or an empty item. */
public record Item(JsonNode json) {

    public String text(String field) {
        return json.path(field).asString("");
    }

    public long number(String field) {
        return json.path(field).asLong(0);
    }

    public boolean flag(String field) {
        return json.path(field).asBoolean(false);
    }

    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    public Item item(String field) {
        return new Item(json.path(field));
    }

    public List<Item> items(String field) {
        return json.path(field).valueStream().map(Item::new).toList();
    }

    /** The field's own fields as texts, sorted by name. */
    public Map<String, String> texts(String field) {
        return json.path(field)
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString(""), (a, b) -> a, TreeMap::new));
    }

    /** A moment in ISO 8601, if there is one. */
    public Optional<Instant> instant(String field) {
        try {
            return Optional.of(text(field)).filter(text -> !text.isEmpty()).map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
