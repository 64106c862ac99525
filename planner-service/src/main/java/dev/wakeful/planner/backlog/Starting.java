package dev.wakeful.planner.backlog;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.repository.Repositories;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts tasks: each start asks for a swarm of its own. */
@Component
class Starting {

    private final Board board;
    private final Repositories repositories;
    private final Waits waits;
    private final Circumstances circumstances;

    Starting(Board board, Repositories repositories, Waits waits, Circumstances circumstances) {
        this.board = board;
        this.repositories = repositories;
        this.waits = waits;
        this.circumstances = circumstances;
    }

    /** Starts a new task, or lets it wait until its repository is told of. */
    void startOrWait(Task task, Instant until) {
        RepositoryName name = task.finding().repository();
        Optional<WatchedRepository> repository = repositories.find(name).or(() -> {
            repositories.lock(name);
            return repositories.find(name);
        });
        repository.ifPresentOrElse(
                known -> start(task, known, Tries.FIRST, "its conditions are met"),
                () -> waits.until(task.id(), until));
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
        board.start(task, circumstances.start(task, repository, tries, because));
    }
}
