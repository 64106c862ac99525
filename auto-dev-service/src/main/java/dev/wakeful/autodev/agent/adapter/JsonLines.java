package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.Conversation;
import java.util.List;

/** Listens to an agent that writes one JSON object a line and is told all it has to know at its start. */
final class JsonLines implements Conversation {

    private final Parser parser;
    private final List<String> opening;
    private long strange;

    JsonLines(Parser parser, List<String> opening) {
        this.parser = parser;
        this.opening = List.copyOf(opening);
    }

    @Override
    public List<String> opening() {
        return opening;
    }

    @Override
    public boolean isAnswered() {
        return false;
    }

    @Override
    public Heard heard(String line) {
        if (line.isBlank()) {
            return new Heard(List.of(), List.of());
        }
        return Json.parse(line)
                .map(json -> new Heard(parser.read(json), List.of()))
                .orElseGet(() -> {
                    strange++;
                    return new Heard(List.of(), List.of());
                });
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        AgentEnd end = parser.ended(exitCode, complaint);
        return end.reason() == Reason.DIED && strange > 0
                ? new AgentEnd(
                        end.reason(),
                        end.message() + " (" + strange + " lines of its output were not understood)",
                        end.session(),
                        end.tokens(),
                        end.costMicros())
                : end;
    }
}
