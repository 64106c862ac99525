package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.planner.decision.Decisions;
import dev.wakeful.planner.dispatch.Ending;
import dev.wakeful.service.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Moves tasks: the new state, the decision that led there and the events that tell of it, all or nothing. */
@Component
class Board {

    private final Tasks tasks;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Waits waits;

    Board(Tasks tasks, Decisions decisions, Outbox outbox, Waits waits) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.outbox = outbox;
        this.waits = waits;
    }

    /** Puts a new task on the board, or does nothing and says false when its finding has one already. */
    boolean open(Task task, Move move) {
        boolean added = tasks.add(task);
        if (added) {
            tell(task, move);
        }
        return added;
    }

    void move(Task task, Move move) {
        tasks.save(task.id(), move.to());
        tell(task, move);
    }

    /** Moves the task and asks for its swarm. */
    void start(Task task, Start start) {
        move(task, start.move());
        outbox.append(start.request());
    }

    /** Tells the task's swarm to stop; what follows is decided when it has stopped. */
    void stop(Task task, TaskState.Running running, Ending ending) {
        tasks.saveStopping(task.id(), ending.cause());
        callOff(task, running, ending.decision());
    }

    /** Tells a swarm to stop whatever becomes of its task. */
    void callOff(Task task, TaskState.Running running, Decision why) {
        decisions.add(task.id(), why);
        outbox.append(new DispatchEvent.SwarmStopRequested(running.swarm(), task.id(), why));
    }

    /** Records why something that was asked for is not done; the task stays as it is. */
    void record(Task task, Decision decision) {
        decisions.add(task.id(), decision);
    }

    /** Sees to it that the task is looked at then. */
    void lookAt(Task task, Instant when) {
        waits.until(task.id(), when);
    }

    private void tell(Task task, Move move) {
        decisions.add(task.id(), move.decision());
        move.told(task).ifPresent(outbox::append);
        move.to().deadline().ifPresent(end -> waits.until(task.id(), end));
    }
}
