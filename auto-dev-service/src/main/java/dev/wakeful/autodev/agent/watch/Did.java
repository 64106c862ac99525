package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.agent.AgentEvent.ToolEnded;
import java.util.HashMap;
import java.util.Map;

/**
 * What an agent did since its files last changed.
 *
 * @param open the tools it is using, by their ids
 */
record Did(Trail tools, Trail words, Map<String, String> open) {

    static final Did NOTHING = new Did(Trail.EMPTY, Trail.EMPTY, Map.of());

    private static final int MOST = 256;

    Did {
        open = Map.copyOf(open);
    }

    Did began(String id, String what) {
        Map<String, String> more = open.size() >= MOST ? new HashMap<>() : new HashMap<>(open);
        more.put(id, what);
        return new Did(tools, words, more);
    }

    Did ended(ToolEnded end) {
        Map<String, String> rest = new HashMap<>(open);
        String what = rest.remove(end.id());
        long action = Action.of(what == null ? end.name() : what, end.failed(), end.output());
        return new Did(tools.with(action), words, rest);
    }

    Did said(String text) {
        return new Did(tools, words.with(Action.of("", false, text)), open);
    }

    /** Its files have changed, so whatever it does again is not the same. */
    Did anew() {
        return new Did(Trail.EMPTY, Trail.EMPTY, open);
    }

    boolean repeats() {
        return tools.repeats() || words.repeats();
    }

    /** Words are cheap: they may repeat twice as often. */
    boolean circles(int times) {
        return tools.circles(times) || words.circles(2 * times);
    }
}
