package dev.wakeful.autodev.agent;

import java.util.List;

/**
 * One run's dialogue with an agent over its standard streams, line by line; remembers what it has heard and does nothing else. Never throws on
 * what it hears: lines that nobody understands are counted and left out.
 */
public interface Conversation {

    /** Lines to write to the agent's standard input at the start; its input is closed after them unless it is answered. */
    List<String> opening();

    /** Whether the agent's input stays open for answers. */
    boolean isAnswered();

    /** What a line of its output means, and what is answered. */
    Heard heard(String line);

    /**
     * What is said to an agent about what it asked a person; nothing where it asked no such thing, or was told before.
     *
     * @param id of {@link AgentEvent.AskedPerson}
     */
    default List<String> ruled(String id, boolean allowed) {
        return List.of();
    }

    /** Lines that ask it to break off, before it is made to end; none where it cannot be asked. */
    default List<String> farewell() {
        return List.of();
    }

    /**
     * How it ended.
     *
     * @param exitCode of the process; -1 when the system ended it
     * @param complaint the last lines of its standard error
     */
    AgentEnd ended(int exitCode, String complaint);

    /** The meaning of a line. */
    record Heard(List<AgentEvent> events, List<String> answers) {
        public Heard {
            events = List.copyOf(events);
            answers = List.copyOf(answers);
        }
    }
}
