package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.limit.Room;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.lease.Lease;
import dev.wakeful.service.lease.Leases;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives out claims on swarms, one at a time for each. */
@Component
public class Claims {

    private final Swarms swarms;
    private final Leasing leasing;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Stopping stopping;
    private final Clock clock;
    private final Map<SwarmId, Claim> held = new ConcurrentHashMap<>();

    Claims(
            Swarms swarms,
            Leasing leasing,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Stopping stopping,
            Clock clock) {
        this.swarms = swarms;
        this.leasing = leasing;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactions);
        this.stopping = stopping;
        this.clock = clock;
    }

    /** The claim, unless another instance works on the swarm, or as many swarms are at work as may be (LIM-1). */
    public Optional<Claim> take(Swarm swarm) {
        Optional<Claim> claim = Objects.requireNonNull(transactions.execute(status -> leasing.take(swarm)))
                .map(lease -> new Claim(swarm, lease, now(), this));
        claim.ifPresent(taken -> held.put(taken.id(), taken));
        return claim;
    }

    /** The work under the claim is over, for now or for good. */
    public void letGo(Claim claim) {
        held.remove(claim.id(), claim);
    }

    /** Ends at once what runs here for a swarm that is to end; whichever instance works on it sees the order within seconds besides. */
    public void end(SwarmId swarm, String reason) {
        Claim claim = held.get(swarm);
        if (claim != null) {
            claim.take(reason);
            stopping.running().end(swarm);
        }
    }

    Optional<String> order(SwarmId swarm) {
        return swarms.stopReason(swarm);
    }

    Stopping stopping() {
        return stopping;
    }

    Instant now() {
        return clock.instant();
    }

    boolean isRenewalDue(Instant renewedAt) {
        return Duration.between(renewedAt, now()).compareTo(leasing.term().dividedBy(3)) >= 0;
    }

    void commit(Lease lease, Runnable change) {
        transactions.executeWithoutResult(status -> {
            leasing.renew(lease);
            change.run();
        });
    }

    void started(SwarmRequested request, Instant at) {
        swarms.started(request.swarm(), at);
        say(new SwarmEvent.Started(
                request.swarm(), request.task(), request.repository().name(), request.acceptedAt(), at));
        say(new SwarmEvent.WorkspaceChanged(
                request.swarm(),
                request.task(),
                request.repository().name(),
                SwarmEvent.WorkspaceState.CUT,
                0,
                0,
                0,
                "Cut for the swarm.",
                null));
    }

    void standAt(SwarmId id, Step step, SwarmEvent said) {
        swarms.standAt(id, step);
        say(said);
    }

    void say(SwarmEvent event) {
        outbox.append(event);
    }

    void giveBack(Lease lease) {
        leasing.giveBack(lease);
    }

    /** Leases of swarms in this instance's name. */
    @Component
    static class Leasing {

        private final Leases leases;
        private final Instance instance;
        private final Duration term;
        private final Room room;

        Leasing(Leases leases, Instance instance, AutoDevProperties properties, Room room) {
            this.leases = leases;
            this.instance = instance;
            this.term = properties.lease();
            this.room = room;
        }

        Optional<Lease> take(Swarm swarm) {
            String name = "swarm " + swarm.request().swarm().value();
            boolean goesOn = swarm.stopReason() == null;
            if (goesOn && !room.isThereFor(name, swarm.startedAt() != null)) {
                return Optional.empty();
            }
            Optional<Lease> lease = leases.take(name, instance.name(), term);
            lease.ifPresent(taken -> room.noAgentOf(swarm.request().swarm()));
            return lease;
        }

        void renew(Lease lease) {
            leases.renew(lease, term);
        }

        void giveBack(Lease lease) {
            leases.giveBack(lease);
        }

        Duration term() {
            return term;
        }
    }
}
