package dev.wakeful.autodev.agent.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A call of a tool as an agent tells it, in one or several messages: what is told later replaces what was told before, field by field, and so
 * the class of the call is whatever was ever said of it.
 *
 * @param fields what would be done; ids and states of the protocol are no part of it
 */
record ToolCall(Map<String, JsonNode> fields, List<String> kinds) {

    private static final List<String> FIELDS = List.of("kind", "title", "rawInput", "content", "locations");
    private static final Set<String> CHANGING = Set.of("edit", "delete", "move");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

    /** What is longer cannot be shown in whole, so nobody could say yes to it. */
    private static final int LONGEST = 16_000;

    static final ToolCall UNKNOWN = new ToolCall(Map.of(), List.of());

    ToolCall with(Json told) {
        Map<String, JsonNode> more = new LinkedHashMap<>();
        for (String name : FIELDS) {
            JsonNode field = told.has(name) && !told.at(name).node().isNull()
                    ? told.at(name).node()
                    : fields.get(name);
            if (field != null) {
                more.put(name, field);
            }
        }
        List<String> all = new ArrayList<>(kinds);
        if (told.has("kind") && !all.contains(told.text("kind"))) {
            all.add(told.text("kind"));
        }
        return new ToolCall(more, all);
    }

    /** What the tool is called: its class, where it has one that says something. */
    String name() {
        return text("kind")
                .filter(kind -> !kind.equals("other"))
                .or(() -> text("title"))
                .orElse("");
    }

    /** What the tool is given. */
    String input() {
        return text("rawInput").or(() -> text("title")).orElse("");
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .map(node -> new Json(node).text())
                .filter(text -> !text.isEmpty());
    }

    /** The files it changes: those it shows a difference of, and else those it says it is about, where its class is one that changes files. */
    List<String> changes() {
        List<String> shown = paths("content", part -> part.is("type", "diff"));
        return shown.isEmpty() && kinds.stream().anyMatch(CHANGING::contains)
                ? paths("locations", part -> true)
                : shown;
    }

    private List<String> paths(String field, Predicate<Json> which) {
        JsonNode list = fields.get(field);
        return list == null
                ? List.of()
                : new Json(list)
                        .items().stream()
                                .filter(which)
                                .map(part -> part.text("path"))
                                .filter(path -> !path.isEmpty())
                                .distinct()
                                .toList();
    }

    /** What policy says of it; of an agent that calls it now this and now that the strictest. */
    Permissions.Ruling ruling(Permissions permissions) {
        return permissions.ruling(strictest(permissions));
    }

    private String strictest(Permissions permissions) {
        return kinds.stream().max(Comparator.comparing(permissions::ruling)).orElse("");
    }

    /** The class it is taken for. */
    String tool(Permissions permissions) {
        String tool = strictest(permissions);
        return tool.isEmpty() ? "other" : Cut.to(40, tool);
    }

    String title() {
        JsonNode title = fields.get("title");
        String text = title == null
                ? ""
                : INVISIBLE.matcher(title.asString("")).replaceAll(" ").strip();
        return text.isEmpty() ? "a call without a name" : Cut.to(300, text);
    }

    /** All of it as JSON, in which nothing is invisible; nothing where it is too long to be shown. */
    Optional<String> shown() {
        String json = Json.write(fields);
        String visible = INVISIBLE.matcher(json).replaceAll(match -> {
            StringBuilder escaped = new StringBuilder();
            match.group().chars().forEach(unit -> escaped.append(String.format("\\\\u%04x", unit)));
            return escaped.toString();
        });
        return Optional.of(visible).filter(text -> text.length() <= LONGEST);
    }
}
