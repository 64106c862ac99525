package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of whether an agent goes on. Evidence is what it says, what the processes it runs do, and new states of its files; time alone
 * is none against it: while something it runs is at work, or it waits for an answer, it is let be.
 *
 * @param stage how far it has come
 * @param evidenceAt when there was evidence last
 */
public record Pulse(Instant startedAt, Stage stage, Instant evidenceAt, Did did, Tokens tokens, Looks looks) {

    private static final Duration QUIET = Duration.ofMinutes(1);

    /** How far an agent has come. */
    enum Stage {
        STARTING,
        WORKING,
        /** It waits for an answer. */
        ASKING,
        /** It has said its last word. */
        FINISHED
    }

    /** @param talks whether it is known to say what it does; of one that is not, silence at the start means nothing */
    public static Pulse of(Instant startedAt, boolean talks) {
        return new Pulse(
                startedAt,
                talks ? Stage.STARTING : Stage.WORKING,
                startedAt,
                Did.NOTHING,
                Tokens.NONE,
                Looks.none(startedAt));
    }

    /** @param answered whether it was answered at once */
    public Pulse heard(AgentEvent event, boolean answered, Instant at) {
        return switch (event) {
            case AgentEvent.Started started -> at(Stage.WORKING, did, at);
            case AgentEvent.Message message -> at(Stage.WORKING, did.said(message.text()), at);
            case AgentEvent.Thought thought -> at(Stage.WORKING, did.said(thought.text()), at);
            case AgentEvent.ToolStarted tool ->
                at(Stage.WORKING, did.began(tool.id(), tool.name() + "\0" + tool.input()), at);
            case AgentEvent.ToolEnded tool -> at(Stage.WORKING, did.ended(tool), at);
            case AgentEvent.FileChanged file -> at(Stage.WORKING, did, at);
            case AgentEvent.Planned plan -> at(Stage.WORKING, did, at);
            case AgentEvent.PermissionAsked asked -> at(answered ? Stage.WORKING : Stage.ASKING, did, at);
            case AgentEvent.AskedPerson asked -> at(Stage.ASKING, did, at);
            case AgentEvent.Used used -> used.tokens().equals(tokens) ? this : used(used.tokens(), at);
            // trying again and again is no progress
            case AgentEvent.Failed failed -> this;
            case AgentEvent.Finished end -> at(Stage.FINISHED, did, at);
        };
    }

    /** It waits for a person's answer, which is no silence of its own (DEV-6). */
    public Pulse waits(Instant at) {
        return at(stage, did, at);
    }

    private Pulse at(Stage reached, Did now, Instant at) {
        return new Pulse(startedAt, stage == Stage.FINISHED ? stage : reached, at, now, tokens, looks);
    }

    private Pulse used(Tokens now, Instant at) {
        return new Pulse(startedAt, stage == Stage.STARTING ? Stage.WORKING : stage, at, did, now, looks);
    }

    /** Whether the next sample should tell the state of its files; looking at them costs. */
    public boolean wantsTree(Instant now) {
        return looks.areBlind() || did.repeats() || since(evidenceAt, now, QUIET);
    }

    public Pulse seen(Sample sample, Instant at) {
        boolean changed = looks.isNews(sample);
        boolean evidence = changed || looks.isBusy(sample, at);
        return new Pulse(
                startedAt,
                stage,
                evidence ? at : evidenceAt,
                changed ? did.anew() : did,
                tokens,
                looks.with(sample, at));
    }

    /** What is wrong now, if anything. */
    public Optional<Alarm> judge(boolean alive, Patience patience, Instant now) {
        if (!alive) {
            return stage == Stage.FINISHED ? Optional.empty() : Optional.of(Alarm.DIED);
        }
        return switch (stage) {
            case STARTING ->
                since(startedAt, now, patience.startAlarm()) ? Optional.of(Alarm.STUCK_IN_START) : Optional.empty();
            case WORKING ->
                did.circles(patience.repeats())
                        ? Optional.of(Alarm.LOOP)
                        : since(evidenceAt, now, patience.silenceAlarm()) ? Optional.of(Alarm.STUCK) : Optional.empty();
            case ASKING, FINISHED -> Optional.empty();
        };
    }

    private static boolean since(Instant then, Instant now, Duration most) {
        return Duration.between(then, now).compareTo(most) >= 0;
    }
}
