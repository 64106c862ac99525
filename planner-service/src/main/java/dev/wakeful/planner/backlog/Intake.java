package dev.wakeful.planner.backlog;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.authority.Authority;
import dev.wakeful.planner.authority.Verdict;
import dev.wakeful.service.trace.Tracing;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes findings: each becomes one task, whatever is decided about it (TRG-16). Must be called inside a transaction. */
@Component
public class Intake {

    /** How long a task waits for its repository to be told of. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private final Board board;
    private final Starting starting;
    private final Circumstances circumstances;
    private final Tracing tracing;

    Intake(Board board, Starting starting, Circumstances circumstances, Tracing tracing) {
        this.board = board;
        this.starting = starting;
        this.circumstances = circumstances;
        this.tracing = tracing;
    }

    public void take(FindingEvent.Raised raised) {
        Instant now = circumstances.now();
        Verdict verdict = Authority.judge(circumstances.of(raised));
        Move move = first(raised, verdict, now);
        Task task = new Task(
                TaskId.make(now),
                raised,
                raised.classification(),
                verdict.terms(),
                move.to(),
                Origin.current(tracing, now));
        if (board.open(task, move) && move.to() instanceof TaskState.Planned planned) {
            starting.startOrWait(task, planned.until());
        }
    }

    private Move first(FindingEvent.Raised raised, Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Dispatch dispatch -> new Move(new TaskState.Planned(now.plus(PATIENCE)), dispatch.decision());
            case Verdict.AskPerson ask ->
                starting.watchingAnotherBranch(raised)
                        .map(repository -> Moves.branchNotWatched(raised, repository))
                        .orElseGet(() -> circumstances.ask(Tries.FIRST, ask.decision()));
            case Verdict.SetAside aside -> new Move(new TaskState.Parked(), aside.decision());
        };
    }
}
