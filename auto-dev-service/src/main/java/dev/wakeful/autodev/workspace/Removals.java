package dev.wakeful.autodev.workspace;

import dev.wakeful.events.SwarmId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removals that people ask for: done as soon as the request is committed, refused, and said so, while the swarm is at work. A request for
 * what is gone, or was never there, changes nothing.
 */
@Component
public class Removals {

    private final Accounts accounts;
    private final Workspaces workspaces;

    Removals(Accounts accounts, Workspaces workspaces) {
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    /** Must be called inside a transaction. */
    public void asked(SwarmId swarm, String by, String reason) {
        if (accounts.asked(swarm, by, reason)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // a large tree takes its time, and what comes after this event must not wait for it
                    Thread.ofVirtual().name("workspace-removal").start(() -> workspaces.remove(swarm));
                }
            });
        }
    }
}
