package dev.wakeful.planner.backlog;

import dev.wakeful.events.ControlEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes it from people that a task is to end (CLI-1). Must be called inside a transaction. */
@Component
public class CallingOff {

    private static final Logger LOG = LoggerFactory.getLogger(CallingOff.class);

    private final Board board;
    private final Tasks tasks;

    CallingOff(Board board, Tasks tasks) {
        this.board = board;
        this.tasks = tasks;
    }

    public void take(ControlEvent.TaskStopRequested asked) {
        tasks.find(asked.task())
                .ifPresentOrElse(
                        task -> follow(task, asked),
                        () -> LOG.warn(
                                "{} wants a task ended that does not exist, so nothing changes: {}",
                                asked.by(),
                                asked.task()));
    }

    private void follow(Task task, ControlEvent.TaskStopRequested asked) {
        switch (PersonEnds.of(task, asked)) {
            case PersonEnds.SetAside ended -> {
                board.move(task, ended.move());
                ended.callOff().ifPresent(running -> board.callOff(task, running, PersonEnds.callOff(asked)));
            }
            case PersonEnds.TooLate late -> board.record(task, late.why());
        }
    }
}
