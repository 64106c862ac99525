package dev.wakeful.standalone;

import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of a recording without what is only of this machine, and not longer than they have to be. */
final class Trimmed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("wakeful_swarm_[A-Za-z0-9._-]+");
    private static final int LONGEST = 160;
    private static final int MOST = 8;

    private final String directory;
    private final String programs;

    Trimmed(Path directory, Path programs) {
        this.directory = directory.toString();
        this.programs = programs.resolve("../..").normalize().toString();
    }

    /** @param line a time, and what was said or seen */
    String line(String line) {
        int blank = line.indexOf(' ');
        String rest = line.substring(blank + 1);
        return line.substring(0, blank) + " " + (rest.startsWith("@") ? rest : json(rest));
    }

    private String json(String said) {
        try {
            return trimmed(JSON.readTree(said)).toString();
        } catch (JacksonException e) {
            return text(said);
        }
    }

    private JsonNode trimmed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode small = JSON.createObjectNode();
            object.properties().forEach(field -> small.set(field.getKey(), trimmed(field.getValue())));
            return small;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode small = JSON.createArrayNode();
            array.valueStream().limit(MOST).forEach(each -> small.add(trimmed(each)));
            return small;
        }
        return node.isString() ? JSON.getNodeFactory().stringNode(text(node.stringValue())) : node;
    }

    private String text(String text) {
        String plain = TOKEN.matcher(text.replace(directory, "/w").replace(programs, "/opt/agents"))
                .replaceAll("token");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
