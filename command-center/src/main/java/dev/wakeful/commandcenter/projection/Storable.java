package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An event whose texts PostgreSQL can hold: logs from outside may contain NUL, which no text column takes. */
final class Storable {

    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private Storable() {}

    static Event of(Event event) {
        String json = new String(EventJson.encode(event), StandardCharsets.UTF_8);
        if (!json.contains("\\u0000")) {
            return event;
        }
        String clean = NUL.matcher(json).replaceAll("$1\uFFFD");
        return EventJson.decode(EventTypes.nameOf(event.getClass()), clean.getBytes(StandardCharsets.UTF_8));
    }
}
