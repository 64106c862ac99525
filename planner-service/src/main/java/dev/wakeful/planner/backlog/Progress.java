package dev.wakeful.planner.backlog;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.SwarmEvent;
import org.springframework.stereotype.Component;

/** Takes what others say of tasks under way. Must be called inside a transaction. */
@Component
public class Progress {

    private final Board board;
    private final Tasks tasks;
    private final Starting starting;
    private final Waits waits;
    private final Circumstances circumstances;

    Progress(Board board, Tasks tasks, Starting starting, Waits waits, Circumstances circumstances) {
        this.board = board;
        this.tasks = tasks;
        this.starting = starting;
        this.waits = waits;
        this.circumstances = circumstances;
    }

    public void take(SwarmEvent.Completed completed) {
        tasks.find(completed.task())
                .ifPresent(task -> Moves.on(task, completed).ifPresent(proven -> tasks.save(task.id(), proven)));
    }

    public void take(SwarmEvent.Failed failed) {
        tasks.find(failed.task())
                .ifPresent(task ->
                        Setback.of(task, failed, circumstances.offer()).ifPresent(setback -> after(setback, task)));
    }

    private void after(Setback setback, Task task) {
        switch (setback) {
            case Setback.TryAgain again -> starting.startOrPark(task, again.tries(), again.because());
            case Setback.GiveUp giveUp -> board.move(task, giveUp.move());
        }
    }

    public void take(ChangeEvent.Proposed proposed) {
        tasks.find(proposed.task())
                .ifPresent(task -> Moves.on(task, proposed).ifPresent(move -> board.move(task, move)));
    }

    public void take(ChangeEvent.Refused refused) {
        tasks.find(refused.task()).ifPresent(task -> Moves.on(task, refused).ifPresent(move -> board.move(task, move)));
    }

    public void take(BudgetEvent.Denied denied) {
        tasks.servedBy(denied.swarm())
                .ifPresent(task -> Moves.on(task, denied, circumstances.now()).ifPresent(move -> {
                    board.move(task, move);
                    if (move.to() instanceof TaskState.Postponed postponed) {
                        waits.until(task.id(), postponed.until());
                    }
                }));
    }
}
