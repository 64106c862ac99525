package dev.wakeful.budget.gateway;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is held for one call. Closing it without having said what the call has cost books the worst case: whatever goes wrong in between,
 * the call is never free (BUD-6). For one thread.
 */
final class Hold implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);

    private final CallFunds funds;
    private final SwarmId swarm;
    private final String call;
    private final Money worstCase;
    private final Tally tally;
    private String unknownBecause = "usage-not-told";
    private boolean resolved;

    Hold(CallFunds funds, SwarmId swarm, String call, Money worstCase, Tally tally) {
        this.funds = funds;
        this.tally = tally;
        this.swarm = swarm;
        this.call = call;
        this.worstCase = worstCase;
    }

    void settle(Money actual) {
        if (actual.compareTo(worstCase) > 0) {
            LOG.error(
                    "Call {} of {} has cost {}, more than its bound of {}; check the price table's window and prices",
                    call,
                    swarm,
                    actual,
                    worstCase);
        }
        resolve("metered", () -> funds.settle(call, actual));
    }

    void release() {
        resolve("not-made", () -> funds.release(call));
    }

    /** Why its cost cannot be known, should nothing more be heard of it. */
    void unknown(String why) {
        unknownBecause = why;
    }

    boolean isResolved() {
        return resolved;
    }

    @Override
    public void close() {
        if (!resolved) {
            LOG.warn("Call {} of {} counts at its worst case of {}: {}", call, swarm, worstCase, unknownBecause);
            resolve(unknownBecause, () -> funds.settle(call, worstCase));
        }
    }

    private void resolve(String outcome, Runnable resolution) {
        if (resolved) {
            return;
        }
        resolved = true;
        tally.ended(outcome);
        try {
            resolution.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "Call {} of {} could not be settled; its hold counts in full when the swarm ends", call, swarm, e);
        }
    }
}
