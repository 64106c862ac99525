package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.workspace.ClosedTasks.Due;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.outbox.Outbox;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Candidates that did not win stay as evidence until their task is closed, and then go (DEV-2, DEV-10): their patches, and the workspace of a swarm
 * that failed where it was kept for a person. In two phases: the end of the task is written down with its event; what it means is done after that, or
 * by the garbage collection. What was offered, its bundle and all logs stay for as long as artefacts do, and a swarm that is at work loses nothing.
 */
@Component
public class Losers {

    private static final Logger LOG = LoggerFactory.getLogger(Losers.class);

    private final ClosedTasks tasks;
    private final Accounts accounts;
    private final Disk disk;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    Losers(ClosedTasks tasks, Accounts accounts, Disk disk, Outbox outbox, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.disk = disk;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Nothing is left to do for the task. Must be called inside a transaction. */
    public void closed(TaskId task) {
        tasks.close(task);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("loser-removal").start(() -> {
                    try {
                        remove(tasks.due(Optional.of(task)));
                    } catch (DataAccessException | CannotCreateTransactionException e) {
                        LOG.warn("Losers of task {} are removed later: {}", task, e.getMessage());
                    }
                });
            }
        });
    }

    /** What a crash left, and what ended after its task. Done again, it does nothing more. */
    void collect() {
        remove(tasks.due(Optional.empty()));
    }

    private void remove(List<Due> due) {
        due.forEach(this::remove);
    }

    private void remove(Due due) {
        if (accounts.taskClosed(due.swarm())) {
            disk.workspaces().remove(due.swarm());
        }
        try {
            int losers = disk.artefacts().removePatches(due.swarm(), due.winner());
            long left = Size.of(disk.artefacts().of(due.swarm())).bytes();
            transactions.executeWithoutResult(status -> say(due, losers, left));
        } catch (IOException e) {
            LOG.warn("Losers of swarm {} could not be removed, tried again later: {}", due.swarm(), e.toString());
        }
    }

    private void say(Due due, int losers, long left) {
        if (tasks.removed(due.swarm(), left) && losers > 0) {
            LOG.info(
                    "Swarm {}: removed {} candidates that did not win, since its task was closed", due.swarm(), losers);
            due.provenance().call(() -> {
                outbox.append(due.said(losers, left));
                return due;
            });
        }
    }

    /** Where the files of swarms are. */
    @Component
    record Disk(Workspaces workspaces, Artefacts artefacts) {}
}
