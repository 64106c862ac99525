package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.Conversation;
import java.util.List;

/** Listens to a program that writes whatever it likes: every line is something it says, and only its exit code tells how it went. */
final class PlainLines implements Conversation {

    private final Notes notes = new Notes();

    @Override
    public List<String> opening() {
        return List.of();
    }

    @Override
    public boolean isAnswered() {
        return false;
    }

    @Override
    public Heard heard(String line) {
        return new Heard(notes.message(Cut.to(Json.LONGEST, line)), List.of());
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        String last = complaint.isBlank() ? notes.end(AgentEnd.Reason.DIED, "").message() : complaint;
        return notes.ended(exitCode, last, true);
    }
}
