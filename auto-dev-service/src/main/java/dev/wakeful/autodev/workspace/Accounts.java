package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.WorkspaceProperties;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the size ledger and says so, in one transaction. */
@Component
class Accounts {

    private final SizeLedger ledger;
    private final Outbox outbox;
    private final WorkspaceProperties properties;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Accounts(
            SizeLedger ledger,
            Outbox outbox,
            WorkspaceProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The swarm has reached a step; in the transaction that commits it. */
    void reached(SwarmId swarm, Step step, Optional<Measured> measured) {
        ledger.lock(swarm).ifPresent(before -> {
            Fate fate = Fate.at(step, properties.keepFailed(), clock.instant());
            Held now = measured.map(it -> before.measured(it.workspace(), it.artefactBytes()))
                    .orElse(before)
                    .at(fate.state(), fate.reason(), fate.until());
            ledger.write(now);
            if (now.state() != before.state() || now.size().isFarFrom(before.size())) {
                outbox.append(now.said());
            }
        });
    }

    /**
     * A person wants it removed; in the transaction of the inbox. Says why not while the swarm is at work.
     *
     * @return whether it can be removed now
     */
    boolean asked(SwarmId swarm, String by, String reason) {
        Optional<Held> held = ledger.lock(swarm);
        held.ifPresent(before -> {
            Held now = before.live()
                    ? before.at(
                            before.state(),
                            "Not removed as " + by + " asked (" + reason
                                    + "): its swarm is at work. Ask again when it has ended.",
                            before.until())
                    : before.at(WorkspaceState.MARKED, by + " asked for it: " + reason, null);
            ledger.write(now);
            outbox.append(now.said());
        });
        return held.filter(before -> !before.live()).isPresent();
    }

    /** It is to be removed, unless it became another's meanwhile. */
    boolean mark(Held marked) {
        return Objects.requireNonNull(transactions.execute(status -> ledger.lock(marked.swarm())
                .filter(now -> now.state() == WorkspaceState.KEPT && !now.live())
                .map(now -> tell(now.at(WorkspaceState.MARKED, marked.reason(), null)))
                .isPresent()));
    }

    /**
     * Its task was closed, so nobody looks at it any more.
     *
     * @return whether it was kept and may be removed now
     */
    boolean taskClosed(SwarmId swarm) {
        return Objects.requireNonNull(transactions.execute(status -> ledger.lock(swarm)
                .filter(now -> now.state() == WorkspaceState.KEPT && !now.live())
                .map(now -> tell(now.at(WorkspaceState.MARKED, now.reason() + " Its task was closed.", null)))
                .isPresent()));
    }

    /** Whether its files may be removed: it is marked, and nobody holds its swarm. */
    boolean mayGo(SwarmId swarm) {
        return Objects.requireNonNull(transactions.execute(status -> ledger.lock(swarm)
                .filter(now -> now.state() == WorkspaceState.MARKED && !now.live())
                .isPresent()));
    }

    /** Its files are gone. */
    void removed(SwarmId swarm) {
        transactions.executeWithoutResult(status -> ledger.lock(swarm)
                .filter(now -> now.state() == WorkspaceState.MARKED)
                .ifPresent(now -> tell(now.measured(Size.NOTHING, now.artefactBytes())
                        .at(WorkspaceState.REMOVED, now.reason(), null))));
    }

    /** Later than the swarm's own work, and still of its lineage. */
    private Held tell(Held now) {
        ledger.write(now);
        now.provenance().call(() -> {
            outbox.append(now.said());
            return now;
        });
        return now;
    }

    /** What was found on the disk. */
    record Measured(Size workspace, long artefactBytes) {}
}
