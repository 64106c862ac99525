package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.permission.Asking;
import dev.wakeful.autodev.agent.watch.Alarm;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.Partner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one agent's conversation while it is watched, and passes on what it says. */
final class Attendance implements Partner {

    /** After its last word an agent has so long to end by itself. */
    private static final Duration TO_LEAVE = Duration.ofSeconds(10);

    private final Conversation conversation;
    private final Watch watch;
    private final Listener listener;
    private final Asking asking;
    private final Clock clock;
    private @Nullable Alarm alarm;
    private @Nullable Instant finishedAt;
    private boolean didAnything;

    /** Who is told what the agent says. */
    interface Listener {

        void heard(AgentEvent event);

        /** Called several times a second. */
        void beat();
    }

    Attendance(Conversation conversation, Watch watch, Listener listener, Asking asking, Clock clock) {
        this.conversation = conversation;
        this.watch = watch;
        this.listener = listener;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public List<String> opening() {
        return conversation.opening();
    }

    @Override
    public List<String> heard(String line) {
        Conversation.Heard heard = conversation.heard(line);
        for (AgentEvent event : heard.events()) {
            watch.heard(event, !heard.answers().isEmpty());
            if (event instanceof AgentEvent.Finished) {
                finishedAt = clock.instant();
            }
            if (event instanceof AgentEvent.AskedPerson question) {
                asking.ask(question);
            }
            didAnything |= event instanceof AgentEvent.ToolStarted || event instanceof AgentEvent.Message;
            listener.heard(event);
        }
        return heard.answers();
    }

    /** What people have answered, as soon as that is known. */
    @Override
    public List<String> remarks() {
        return finishedAt != null
                ? List.of()
                : asking.beat().stream()
                        .flatMap(ruling -> conversation.ruled(ruling.id(), ruling.allowed()).stream())
                        .toList();
    }

    @Override
    public boolean keepsTalking() {
        return conversation.isAnswered() && finishedAt == null;
    }

    @Override
    public boolean goesOn() {
        listener.beat();
        if (finishedAt != null) {
            return clock.instant().isBefore(finishedAt.plus(TO_LEAVE));
        }
        alarm = watch.look(asking.isOpen()).orElse(null);
        return alarm == null;
    }

    @Override
    public List<String> farewell() {
        return conversation.farewell();
    }

    boolean didAnything() {
        return didAnything;
    }

    /** How it ended, in its own words where it found any. */
    AgentEnd end(Ended ended, Duration limit) {
        AgentEnd end = conversation.ended(ended.exitCode(), ended.tail());
        if (ended.exitCode() == Ended.PREVENTED) {
            String why = ended.tail().substring(ended.tail().lastIndexOf('\n') + 1);
            return new AgentEnd(Reason.DIED, why, end.session(), end.tokens(), end.costMicros());
        }
        if (finishedAt != null || ended.exitCode() != Ended.CUT) {
            return end;
        }
        String why = alarm == null ? "its time limit of " + limit + " was reached" : watch.words(alarm);
        return new AgentEnd(Reason.STUCK, "It was ended: " + why + ".", end.session(), end.tokens(), end.costMicros());
    }
}
