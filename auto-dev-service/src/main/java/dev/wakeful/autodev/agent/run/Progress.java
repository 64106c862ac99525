package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people who follow an agent are told: what it says and which tools it uses, not too often, and the last of it in any case. */
final class Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST = 300;

    private final String agent;
    private String waiting = "";
    private Instant saidAt = Instant.MIN;

    Progress(String agent) {
        this.agent = agent;
    }

    void heard(AgentEvent event) {
        switch (event) {
            case AgentEvent.Started started ->
                waiting = "at work" + (started.model() == null ? "" : " with " + started.model());
            case AgentEvent.Message message -> waiting = "says: " + message.text();
            case AgentEvent.ToolStarted tool -> waiting = "uses " + tool.name() + ": " + tool.input();
            case AgentEvent.FileChanged file -> waiting = "has changed " + file.path();
            case AgentEvent.PermissionAsked asked -> waiting = "asks: " + asked.what();
            case AgentEvent.AskedPerson asked -> {}
            case AgentEvent.Failed failed -> waiting = "has trouble: " + failed.message();
            case AgentEvent.Thought thought -> {}
            case AgentEvent.ToolEnded tool -> {}
            case AgentEvent.Used used -> {}
            case AgentEvent.Planned planned -> {}
            case AgentEvent.Finished end -> {}
        }
    }

    /** What is to be told now, if anything. */
    Optional<String> due(Instant now) {
        boolean tooSoon =
                !saidAt.equals(Instant.MIN) && Duration.between(saidAt, now).compareTo(PAUSE) < 0;
        return tooSoon ? Optional.empty() : last(now);
    }

    /** What was not told yet. */
    Optional<String> last(Instant now) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String said = agent + " " + harmless(waiting);
        waiting = "";
        saidAt = now;
        return Optional.of(said);
    }

    private static String harmless(String text) {
        String line = text.replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
