package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.dispatch.Admission;
import dev.wakeful.planner.dispatch.Ending;
import dev.wakeful.planner.dispatch.Gate;
import dev.wakeful.planner.dispatch.WaitFor;
import dev.wakeful.planner.dispatch.Wish;
import dev.wakeful.planner.repository.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts tasks: each start asks for a swarm of its own. */
@Component
class Starting {

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    private final Board board;
    private final Repositories repositories;
    private final Circumstances circumstances;
    private final Gate gate;

    Starting(Board board, Repositories repositories, Circumstances circumstances, Gate gate) {
        this.board = board;
        this.repositories = repositories;
        this.circumstances = circumstances;
        this.gate = gate;
    }

    /** Starts a new task, or lets it wait until its repository is told of. */
    void startOrWait(Task task, Instant until) {
        RepositoryName name = task.finding().repository();
        Optional<WatchedRepository> repository = repositories.find(name).or(() -> {
            repositories.lock(name);
            return repositories.find(name);
        });
        repository.ifPresentOrElse(
                known -> start(task, known, Tries.FIRST, "its conditions are met"), () -> board.lookAt(task, until));
    }

    /** Starts the task, or parks it when its repository is not watched any more. */
    void startOrPark(Task task, Tries tries, String because) {
        repositories
                .find(task.finding().repository())
                .ifPresentOrElse(
                        known -> start(task, known, tries, because),
                        () -> board.move(task, Moves.repositoryUnknown(task)));
    }

    private void start(Task task, WatchedRepository repository, Tries tries, String because) {
        if (!repository.branch().equals(task.finding().branch())) {
            board.move(task, Moves.branchNotWatched(task.finding(), repository));
        } else if (circumstances.costsMoreThan(tries)) {
            board.move(task, circumstances.askAgain(tries));
        } else {
            admit(task, repository, tries, because);
        }
    }

    private void admit(Task task, WatchedRepository repository, Tries tries, String because) {
        switch (gate.admit(wish(task))) {
            case Admission.Go go ->
                board.start(
                        task,
                        circumstances.start(
                                task,
                                repository,
                                go.emergency() ? tries : tries.ordinary(),
                                new Start.Why(because, go.seen())));
            case Admission.Hold hold -> hold(task, tries, hold);
            case Admission.Never never -> board.move(task, Moves.onlyReported(never.decision()));
        }
    }

    /** Whether the reserve may pay for it now (MODE-4). */
    boolean isEmergency(Task task) {
        return gate.isEmergency(wish(task));
    }

    /** Why its swarm has to end, if it has to (BUD-5, MODE-4). */
    Optional<Ending> ending(Task task) {
        return gate.ending(wish(task));
    }

    /** False where no swarm ever has to end for another. */
    boolean mayAnyHaveToEnd() {
        return gate.mayAnyHaveToEnd();
    }

    /** Lets the task wait until what stands against it is over, and a minute at least: nothing is stopped and started in a loop. */
    void later(Task task, Tries tries, Decision why) {
        Instant soonest = circumstances.now().plus(SHORTEST_WAIT);
        TaskState waiting = gate.admit(wish(task)) instanceof Admission.Hold hold
                ? new TaskState.Postponed(hold.until().isBefore(soonest) ? soonest : hold.until(), tries, hold.what())
                : new TaskState.Postponed(soonest, tries, WaitFor.MODE);
        board.move(task, new Move(waiting, why));
    }

    private static Wish wish(Task task) {
        return new Wish(
                task.finding().repository(),
                task.area(),
                task.finding().failure().kind());
    }

    /** A task that waits for the same already goes on waiting, and nothing is told twice. */
    private void hold(Task task, Tries tries, Admission.Hold hold) {
        boolean waitsAlready = task.state() instanceof TaskState.Postponed postponed
                && postponed.what() == hold.what()
                && circumstances.now().isBefore(postponed.until());
        if (!waitsAlready) {
            board.move(task, new Move(new TaskState.Postponed(hold.until(), tries, hold.what()), hold.decision()));
        }
    }

    /** The repository of the failure, where another branch of it is watched. */
    Optional<WatchedRepository> watchingAnotherBranch(FindingEvent.Raised finding) {
        return repositories
                .find(finding.repository())
                .filter(repository -> !repository.branch().equals(finding.branch()));
    }
}
