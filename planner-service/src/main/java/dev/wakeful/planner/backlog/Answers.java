package dev.wakeful.planner.backlog;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes people's answers to questions (AUTH-10). Must be called inside a transaction. */
@Component
public class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private final Board board;
    private final Tasks tasks;
    private final Starting starting;
    private final Circumstances circumstances;

    Answers(Board board, Tasks tasks, Starting starting, Circumstances circumstances) {
        this.board = board;
        this.tasks = tasks;
        this.starting = starting;
        this.circumstances = circumstances;
    }

    public void take(ControlEvent.TaskApproved yes) {
        tasks.find(yes.task())
                .ifPresentOrElse(
                        task -> follow(task, Answer.to(task, yes, circumstances.now())), () -> nobody(yes.task()));
    }

    public void take(ControlEvent.TaskDenied no) {
        tasks.find(no.task())
                .ifPresentOrElse(
                        task -> follow(task, Answer.to(task, no, circumstances.now())), () -> nobody(no.task()));
    }

    private void follow(Task task, Answer answer) {
        switch (answer) {
            case Answer.Yes yes -> starting.startOrPark(task, yes.tries(), yes.because());
            case Answer.No no -> board.move(task, no.move());
            case Answer.Void nothing -> board.record(task, nothing.why());
        }
    }

    private static void nobody(TaskId task) {
        LOG.warn("An answer names a task that does not exist, so it changes nothing: {}", task);
    }
}
