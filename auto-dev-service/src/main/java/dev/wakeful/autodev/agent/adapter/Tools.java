package dev.wakeful.autodev.agent.adapter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tools an agent is using, by their ids: what ends is told by id only. Bounded, for an agent may begin without end. */
final class Tools {

    private static final int MOST = 1000;

    private final Map<String, Open> open = new LinkedHashMap<>();

    /** @param path the file it changes if all goes well; empty for other tools */
    record Open(String name, String path) {}

    void begin(String id, String name, String path) {
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(id, new Open(name, path));
    }

    Optional<Open> end(String id) {
        return Optional.ofNullable(open.remove(id));
    }
}
