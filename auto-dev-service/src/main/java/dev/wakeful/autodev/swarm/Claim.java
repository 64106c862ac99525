package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.StoppedMeanwhile;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.lease.Lease;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The right to work on one swarm, for as long as its lease is renewed. Everything that is committed under it is committed only while it
 * holds, so whoever lost it cannot complete the work. Strategies that race share it.
 */
public final class Claim implements Vigil {

    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

    private final Swarm swarm;
    private final Lease lease;
    private final Instant deadline;
    private final Claims claims;
    private volatile boolean started;
    private volatile Instant renewedAt;
    private volatile @Nullable String order;

    Claim(Swarm swarm, Lease lease, Instant now, Claims claims) {
        this.swarm = swarm;
        this.lease = lease;
        this.deadline = swarm.deadline(now);
        this.claims = claims;
        this.started = swarm.startedAt() != null;
        this.renewedAt = now;
        this.order = swarm.stopReason();
    }

    public SwarmRequested request() {
        return swarm.request();
    }

    public SwarmId id() {
        return swarm.request().swarm();
    }

    public Swarm swarm() {
        return swarm;
    }

    /** Marks the processes started under this claim. */
    public String mark() {
        return Place.mark(id(), lease.token());
    }

    /** Marks those of one strategy among several that race: when it ends, only its own processes are ended. */
    public String mark(StrategyName lane) {
        return Place.mark(id(), lease.token() + "/" + lane);
    }

    public Instant now() {
        return claims.now();
    }

    /** What is left of the swarm's time, or of the given limit if that is shorter. */
    public Duration left(Duration limit) {
        Duration left = Duration.between(claims.now(), deadline);
        if (!left.isPositive()) {
            throw timeIsUp();
        }
        return left.compareTo(limit) < 0 ? left : limit;
    }

    /** @throws CannotGoOn when the swarm's time is over */
    public void requireTime() {
        left(Swarm.LONGEST);
    }

    /** What ends a swarm that took too long (LIM-1). */
    public CannotGoOn timeIsUp() {
        return new CannotGoOn(
                Reason.TIME_LIMIT,
                "The swarm's time limit of " + swarm.request().timeLimit()
                        + " was reached. Is the check too slow for it?");
    }

    /**
     * Commits the change in one transaction with the lease's renewal.
     *
     * @throws StoppedMeanwhile when the system was stopped since the swarm became ready, or the swarm is to end; nothing is committed
     * @throws dev.wakeful.service.lease.LeaseLost when somebody else holds the swarm now; nothing is committed
     */
    public void commit(Runnable change) {
        requireGoing();
        claims.commit(lease, () -> {
            lookForOrder();
            change.run();
        });
        renewedAt = claims.now();
    }

    /** Whether the system was stopped since the swarm became ready (STOP-3), or the swarm is to end (BUD-5, MODE-4). */
    public boolean isStopped() {
        return order != null || claims.stopping().isOver(swarm.epoch());
    }

    /** The swarm is to end: from now on nothing is started or committed for it, but its end. */
    void take(String reason) {
        order = reason;
    }

    /** Another instance may have been told. */
    private void lookForOrder() {
        claims.order(id()).ifPresent(reason -> {
            take(reason);
            throw new StoppedMeanwhile();
        });
    }

    private void requireGoing() {
        if (isStopped()) {
            throw new StoppedMeanwhile();
        }
    }

    /** The end that an emergency stop makes, or an order to end. */
    public Step.Stopped stop() {
        String ordered = order;
        return new Step.Stopped(ordered == null ? claims.stopping().reason() : ordered);
    }

    /** Commits the end that came from outside, and what goes with it. */
    public void endAt(Step.Stopped end, SwarmEvent said, Runnable besides) {
        claims.commit(lease, () -> standAt(end, said, besides));
    }

    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        return claims.stopping().running().start(builder, Place.markIn(builder).orElseGet(this::mark), this::isStopped);
    }

    @Override
    public void gone(Process process) {
        claims.stopping().running().gone(process);
    }

    /** Commits the step as the next one, with what is to be said about it and what goes with it. */
    public void reach(Step step, SwarmEvent said, Runnable besides) {
        commit(() -> standAt(step, said, besides));
    }

    private void standAt(Step step, SwarmEvent said, Runnable besides) {
        claims.standAt(id(), step, said);
        besides.run();
    }

    /** Says something people may follow; inside {@link #commit}. */
    public void progressed(String step, String message) {
        claims.say(new SwarmEvent.Progressed(id(), request().task(), step, message));
    }

    /** Says that an agent began to work, and how many do now on all instances (STOP-2); inside {@link #commit}. */
    public void agentBegan(String message, int agents) {
        claims.say(new SwarmEvent.Progressed(id(), request().task(), "fixing", message, agents, null));
    }

    /** The same, with a question to a person that it is about. */
    public void progressed(String step, String message, SwarmEvent.Permission permission) {
        claims.say(new SwarmEvent.Progressed(id(), request().task(), step, message, null, permission));
    }

    /** Says once that the swarm's first process runs. */
    @Override
    public void started(Process process, Instant at) {
        if (!started) {
            commit(() -> claims.started(request(), at));
            started = true;
            LOG.info(
                    "Swarm {}: first process {} started {} ms after it was ready",
                    id(),
                    process.pid(),
                    Duration.between(swarm.readyAt(), at).toMillis());
        }
    }

    /** Whether anything was ever run for it. */
    public boolean hasStarted() {
        return started;
    }

    /**
     * Renews the lease in good time, and looks whether the swarm is to end. While the database is away the work goes on; whether it still
     * counts is seen at the commit.
     *
     * @throws StoppedMeanwhile when it is to end
     */
    @Override
    public void tick() {
        if (claims.isRenewalDue(renewedAt)) {
            try {
                commit(() -> {});
            } catch (DataAccessException e) {
                LOG.warn("Swarm {}: the lease could not be renewed, tried again soon: {}", id(), e.getMessage());
            }
        } else {
            try {
                lookForOrder();
            } catch (DataAccessException e) {
                LOG.debug("Swarm {}: it is not known whether it is to end: {}", id(), e.getMessage());
            }
        }
    }

    /** Lets others have the swarm. */
    public void giveBack() {
        claims.giveBack(lease);
    }
}
