package dev.wakeful.planner.backlog;

import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows when a person ends one task (CLI-1). Pure. It is set aside with who and why, as after a no, and not closed: its failure is still
 * there, so a crisis goes on (MODE-7). What has ended by itself stays as it ended.
 */
sealed interface PersonEnds {

    /** The longest name or reason that is kept. */
    int LONGEST = 500;

    String RULE = "CLI-1";

    /**
     * The task is set aside.
     *
     * @param callOff the swarm that is at work and was not told to stop yet
     */
    record SetAside(Move move, Optional<TaskState.Running> callOff) implements PersonEnds {}

    /** Nothing changes, and this is why. */
    record TooLate(Decision why) implements PersonEnds {}

    static PersonEnds of(Task task, ControlEvent.TaskStopRequested asked) {
        return switch (task.state()) {
            case TaskState.Planned ignored -> setAside(asked, Optional.empty());
            case TaskState.Postponed ignored -> setAside(asked, Optional.empty());
            case TaskState.AwaitingApproval ignored -> setAside(asked, Optional.empty());
            case TaskState.Proven ignored -> setAside(asked, Optional.empty());
            case TaskState.Running running ->
                setAside(asked, Optional.of(running).filter(at -> at.stopping().isEmpty()));
            case TaskState.Proposed proposed ->
                tooLate(asked, "its change is offered as " + proposed.url() + ": close the pull request to refuse it");
            case TaskState.Parked ignored -> tooLate(asked, "it was set aside before, and nothing of it is at work");
            case TaskState.Closed ignored -> tooLate(asked, "it is over");
        };
    }

    /** Why its swarm stops. */
    static Decision callOff(ControlEvent.TaskStopRequested asked) {
        return new Decision(
                RULE,
                "its swarm stops, since " + cut(asked.by()) + " ended the task: " + cut(asked.reason()),
                inputs(asked),
                List.of(new Decision.Refused(
                        "let it finish", "nobody wants what it would offer, and it spends money")));
    }

    /** A draft that was opened before anybody heard that the task is over. */
    static Optional<Decision> openedAllTheSame(Task task, ChangeEvent.Proposed proposed) {
        return task.state() instanceof TaskState.Parked || task.state() instanceof TaskState.Closed
                ? Optional.of(opened(proposed))
                : Optional.empty();
    }

    private static Decision opened(ChangeEvent.Proposed proposed) {
        return new Decision(
                "CHG-1",
                "its draft pull request " + proposed.pullRequest()
                        + " was opened before that was heard, although the task has ended: close it, or merge it after all",
                Map.of("head", proposed.head().value(), "branch", proposed.branch()),
                List.of(new Decision.Refused("close it", "what people can see is theirs (CHG-1)")));
    }

    private static PersonEnds setAside(ControlEvent.TaskStopRequested asked, Optional<TaskState.Running> callOff) {
        return new SetAside(
                new Move(
                        new TaskState.Parked(),
                        new Decision(
                                RULE,
                                cut(asked.by()) + " ended it: " + cut(asked.reason()),
                                inputs(asked),
                                List.of(
                                        new Decision.Refused("another attempt", "a person ended the task"),
                                        new Decision.Refused(
                                                "close it",
                                                "its failure is still there, so a crisis goes on (MODE-7)")))),
                callOff);
    }

    private static PersonEnds tooLate(ControlEvent.TaskStopRequested asked, String because) {
        return new TooLate(new Decision(
                RULE,
                cut(asked.by()) + " wanted it ended, which changes nothing: " + because,
                inputs(asked),
                List.of(new Decision.Refused("end it", because))));
    }

    private static Map<String, String> inputs(ControlEvent.TaskStopRequested asked) {
        return Map.of("by", cut(asked.by()), "reason", cut(asked.reason()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
