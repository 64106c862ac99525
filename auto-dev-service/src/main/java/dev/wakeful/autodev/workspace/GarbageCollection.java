package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.WorkspaceProperties;
import dev.wakeful.autodev.limit.FreeSpace;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Removes what nobody needs any more: kept workspaces whose time is over or whose room is needed, marked ones that a crash left, losers of closed
 * tasks, and directories without a swarm. Never a workspace whose swarm has not ended, or whose lease somebody holds (DEV-10).
 */
@Component
class GarbageCollection {

    private final SizeLedger ledger;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Losers losers;
    private final Directories directories;
    private final Limits limits;

    GarbageCollection(
            SizeLedger ledger,
            Accounts accounts,
            Workspaces workspaces,
            Losers losers,
            Directories directories,
            Limits limits) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.losers = losers;
        this.directories = directories;
        this.limits = limits;
    }

    /** Done again, it does nothing more. */
    synchronized void collect() {
        List<Held> all = ledger.all();
        all.stream()
                .filter(held -> held.state() == WorkspaceState.MARKED && !held.live())
                .forEach(held -> workspaces.remove(held.swarm()));
        limits.overdue(all).forEach(this::remove);
        limits.tooMuch(ledger.all()).forEach(this::remove);
        losers.collect();
        directories.collect();
    }

    private void remove(Held marked) {
        if (accounts.mark(marked)) {
            workspaces.remove(marked.swarm());
        }
    }

    /** What the settings say, at this moment. */
    @Component
    static class Limits {

        private final WorkspaceProperties properties;
        private final FreeSpace free;
        private final Clock clock;

        Limits(WorkspaceProperties properties, FreeSpace free, Clock clock) {
            this.properties = properties;
            this.free = free;
            this.clock = clock;
        }

        List<Held> overdue(List<Held> all) {
            Instant now = clock.instant();
            return all.stream()
                    .filter(held -> held.isOver(now) && !held.live())
                    .map(held -> held.at(WorkspaceState.MARKED, held.reason() + " Its time was over.", null))
                    .toList();
        }

        List<Held> tooMuch(List<Held> all) {
            return Pressure.on(all, free.bytes(), properties);
        }
    }
}
