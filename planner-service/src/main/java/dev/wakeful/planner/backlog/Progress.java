package dev.wakeful.planner.backlog;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import org.springframework.stereotype.Component;

/** Takes what others say of tasks under way. Must be called inside a transaction. */
@Component
public class Progress {

    private final Board board;
    private final Tasks tasks;
    private final Starting starting;
    private final Circumstances circumstances;
    private final Waking waking;

    Progress(Board board, Tasks tasks, Starting starting, Circumstances circumstances, Waking waking) {
        this.board = board;
        this.tasks = tasks;
        this.starting = starting;
        this.circumstances = circumstances;
        this.waking = waking;
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

    public void take(SwarmEvent.Stopped stopped) {
        tasks.find(stopped.task())
                .ifPresent(task -> task.runningWith(stopped.swarm())
                        .ifPresent(running -> running.stopping()
                                .ifPresentOrElse(
                                        cause -> after(
                                                AfterOrder.of(
                                                        task,
                                                        running,
                                                        cause,
                                                        stopped,
                                                        circumstances.offer().attempts()),
                                                task),
                                        () -> byEmergencyStop(task, stopped))));
    }

    private void byEmergencyStop(Task task, SwarmEvent.Stopped stopped) {
        Moves.on(task, stopped, circumstances.now()).ifPresent(move -> {
            board.move(task, move);
            waking.swarmStopped();
        });
    }

    private void after(Setback setback, Task task) {
        switch (setback) {
            case Setback.TryAgain again -> starting.startOrPark(task, again.tries(), again.because());
            case Setback.Ask ask -> board.move(task, circumstances.ask(ask.tries(), ask.why()));
            case Setback.Later later -> starting.later(task, later.tries(), later.why());
            case Setback.GiveUp giveUp -> board.move(task, giveUp.move());
        }
    }

    public void take(ChangeEvent.Proposed proposed) {
        tasks.find(proposed.task())
                .ifPresent(task -> Moves.on(task, proposed)
                        .ifPresentOrElse(
                                move -> board.move(task, move),
                                () -> PersonEnds.openedAllTheSame(task, proposed)
                                        .ifPresent(why -> board.record(task, why))));
    }

    public void take(ChangeEvent.Refused refused) {
        tasks.find(refused.task()).ifPresent(task -> Moves.on(task, refused).ifPresent(move -> board.move(task, move)));
    }

    public void take(BudgetEvent.Denied denied) {
        tasks.servedBy(denied.swarm()).ifPresent(task -> {
            if (Moves.isForStop(denied)) {
                Moves.afterStop(task, denied, circumstances.now()).ifPresent(move -> board.move(task, move));
            } else if (Moves.mayUseReserve(task, denied) && starting.isEmergency(task)) {
                Tries tries = task.runningWith(denied.swarm()).orElseThrow().tries();
                starting.startOrPark(
                        task,
                        tries.denied().fromReserve(),
                        "it is critical in a crisis and " + denied.scope() + " has " + denied.available()
                                + " left, so the reserve for emergencies pays (MODE-4)");
            } else if (Moves.asksForApprovedMoney(task, denied)) {
                Tries tries = task.runningWith(denied.swarm()).orElseThrow().tries();
                board.move(task, circumstances.ask(tries.denied(), Moves.automaticMoneyUsedUp(denied)));
            } else {
                Moves.on(task, denied, circumstances.now()).ifPresent(move -> board.move(task, move));
            }
        });
    }

    /** A swarm shows that it lives (WAKE-4). */
    public void heardOf(SwarmId swarm) {
        tasks.saveProgress(swarm);
    }
}
