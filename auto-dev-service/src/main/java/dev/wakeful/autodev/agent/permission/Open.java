package dev.wakeful.autodev.agent.permission;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.Permission;
import dev.wakeful.events.SwarmEvent.PermissionState;
import dev.wakeful.events.TaskEvent;
import java.time.Instant;

/** A question as it was shown to people. */
record Open(
        ApprovalId approval,
        RepositoryName repository,
        String agent,
        String tool,
        String what,
        String call,
        String why,
        String risk,
        Instant expiresAt) {

    /** A yes costs nothing beyond what the swarm has already set aside. */
    static final Money QUOTE = Money.ZERO;

    Permission in(PermissionState state) {
        return new Permission(
                new TaskEvent.Question(approval, QUOTE, risk, expiresAt),
                repository,
                agent,
                tool,
                what,
                call,
                why,
                state);
    }
}
