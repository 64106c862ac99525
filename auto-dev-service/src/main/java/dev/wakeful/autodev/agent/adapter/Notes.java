package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parser remembers of one run, whoever the agent is. */
final class Notes {

    private final StringBuilder said = new StringBuilder();
    private @Nullable String session;
    private Tokens tokens = Tokens.NONE;
    private @Nullable Long costMicros;
    private String lastWords = "";
    private String lastError = "";
    private @Nullable Reason verdict;
    private String verdictMessage = "";
    private boolean begun;

    /** Once in a run, whatever the agent repeats. */
    List<AgentEvent> started(@Nullable String session, @Nullable String model) {
        if (session != null) {
            this.session = session;
        }
        if (begun) {
            return List.of();
        }
        begun = true;
        return List.of(new AgentEvent.Started(session, model));
    }

    List<AgentEvent> message(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        lastWords = text;
        return List.of(new AgentEvent.Message(text));
    }

    /** A piece of a message that comes in pieces; {@link #whole} ends it. */
    List<AgentEvent> piece(String text) {
        said.append(text);
        return said.length() >= Json.LONGEST / 2 ? whole() : List.of();
    }

    /** The message that came in pieces, if there is one. */
    List<AgentEvent> whole() {
        String text = Cut.to(Json.LONGEST, said.toString());
        said.setLength(0);
        return message(text);
    }

    List<AgentEvent> failed(String message, boolean retryable) {
        lastError = message;
        return List.of(new AgentEvent.Failed(message, retryable));
    }

    List<AgentEvent> used(Tokens tokens, Optional<Long> costMicros) {
        this.tokens = tokens;
        costMicros.ifPresent(micros -> this.costMicros = micros);
        return List.of(new AgentEvent.Used(tokens, this.costMicros));
    }

    Tokens tokens() {
        return tokens;
    }

    /** Its last word, as the agent itself judges it. */
    List<AgentEvent> finished(Reason reason, String message) {
        verdict = reason;
        verdictMessage = message;
        return List.of(new AgentEvent.Finished(end(reason, message)));
    }

    /** What went wrong, as far as its words tell. */
    Reason reasonOf(String complaint) {
        return Refusals.of(complaint).orElse(Reason.DIED);
    }

    boolean isFinished() {
        return verdict != null;
    }

    /** The end when it gave no last word: by what it complained of, and by its exit code. */
    AgentEnd ended(int exitCode, String complaint, boolean silenceIsDone) {
        if (verdict != null) {
            return end(verdict, verdictMessage);
        }
        String why = Exits.lastLine(lastError.isBlank() ? complaint : lastError);
        if (exitCode == 0) {
            return silenceIsDone
                    ? end(Reason.DONE, lastWords)
                    : end(
                            lastError.isBlank() ? Reason.DIED : reasonOf(lastError),
                            "It ended without saying how it went" + (why.isBlank() ? "." : ": " + why));
        }
        return end(
                Exits.reason(exitCode)
                        .or(() -> Refusals.of(lastError))
                        .or(() -> Refusals.of(complaint))
                        .orElse(Reason.DIED),
                Exits.words(exitCode) + (why.isBlank() ? "." : ": " + why));
    }

    AgentEnd end(Reason reason, String message) {
        return new AgentEnd(reason, message.isBlank() ? lastWords : message, session, tokens, costMicros);
    }

    static List<AgentEvent> all(List<AgentEvent> first, List<AgentEvent> then) {
        List<AgentEvent> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
