package dev.wakeful.planner.backlog;

import dev.wakeful.events.FindingEvent;
import org.springframework.stereotype.Component;

/** Takes what is found out later about the finding of a task. Must be called inside a transaction. */
@Component
public class NewEvidence {

    private final Board board;
    private final Tasks tasks;

    NewEvidence(Board board, Tasks tasks) {
        this.board = board;
        this.tasks = tasks;
    }

    public void take(FindingEvent.Attached attached) {
        tasks.saveReports(attached.finding(), attached.reports());
    }

    public void take(FindingEvent.Reclassified reclassified) {
        tasks.of(reclassified.finding()).ifPresent(task -> {
            tasks.saveTakenFor(task.id(), reclassified.classification());
            Moves.on(task, reclassified).ifPresent(move -> board.move(task, move));
        });
    }

    public void take(FindingEvent.Resolved resolved) {
        tasks.of(resolved.finding())
                .ifPresent(task -> Moves.on(task, resolved).ifPresent(move -> {
                    board.move(task, move);
                    if (task.state() instanceof TaskState.Running running
                            && running.stopping().isEmpty()) {
                        board.callOff(task, running, Moves.notWanted(resolved));
                    }
                }));
    }
}
