package dev.wakeful.autodev.agent.permission;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent.TaskApproved;
import dev.wakeful.events.ControlEvent.TaskDenied;
import dev.wakeful.events.SwarmEvent.PermissionState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.util.Optional;

/** What a person answered to an agent's question. */
public record Word(SwarmId swarm, TaskId task, ApprovalId approval, PermissionState verdict, String by, String reason) {

    private static final int LONGEST = 500;

    public Word {
        by = cut(by);
        reason = cut(reason);
    }

    /** Nothing where the planner is answered, and nothing where the yes names another quote than was shown. */
    public static Optional<Word> of(TaskApproved yes) {
        return Optional.ofNullable(yes.swarm())
                .filter(swarm -> yes.quote().equals(Open.QUOTE))
                .map(swarm ->
                        new Word(swarm, yes.task(), yes.approval(), PermissionState.ALLOWED, yes.by(), yes.reason()));
    }

    /** Nothing where the planner is answered. */
    public static Optional<Word> of(TaskDenied no) {
        return Optional.ofNullable(no.swarm())
                .map(swarm -> new Word(swarm, no.task(), no.approval(), PermissionState.REFUSED, no.by(), no.reason()));
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
