package dev.wakeful.cli.server;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the lines of a server-sent event stream together; remembers the last id for the next connection. */
final class ServerSentEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder data = new StringBuilder();
    private String lastId = "";

    /** Takes one line; gives the event that it completes. Comments, other fields and data that is no JSON are passed over. */
    Optional<Item> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        if (line.startsWith("id:")) {
            lastId = value(line);
        } else if (line.startsWith("data:")) {
            data.append(data.isEmpty() ? "" : "\n").append(value(line));
        }
        return Optional.empty();
    }

    /** A connection broke: what was not complete never was. */
    void reset() {
        data.setLength(0);
    }

    String lastId() {
        return lastId;
    }

    private Optional<Item> complete() {
        String text = data.toString();
        data.setLength(0);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Item(JSON.readTree(text)));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
