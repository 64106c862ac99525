package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.cimanager.limit.NoRoom;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.effect.EffectFenced;
import dev.wakeful.service.effect.StopUnknown;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tries to bring a proposal to its end, in the trace and lineage it came with: proposed, refused, or once more a little later. */
@Component
class Proposing {

    static final int TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Proposing.class);

    private final Proposals proposals;
    private final Offer offer;
    private final Conclusion conclusion;
    private final Tracing tracing;

    Proposing(Proposals proposals, Offer offer, Conclusion conclusion, Tracing tracing) {
        this.proposals = proposals;
        this.offer = offer;
        this.conclusion = conclusion;
        this.tracing = tracing;
    }

    Step advance(SwarmId swarm) {
        return proposals.pending(swarm).map(this::traced).orElseGet(Step.Done::new);
    }

    private Step traced(Proposal proposal) {
        return proposal.provenance()
                .call(() -> tracing.spanUnder(
                        proposal.traceparent(),
                        "open pull request",
                        SpanKind.INTERNAL,
                        Map.of("wakeful.task", proposal.completed().task().value()),
                        () -> advance(proposal)));
    }

    private Step advance(Proposal proposal) {
        try {
            PullRequest pull = offer.make(proposal);
            conclusion.proposed(proposal, pull);
        } catch (ChangeRefused refused) {
            conclusion.refused(proposal, String.valueOf(refused.getMessage()));
        } catch (EffectFenced fenced) {
            conclusion.refused(
                    proposal,
                    "An emergency stop came after the work was accepted, so nothing left the system: "
                            + fenced.getMessage());
        } catch (NoRoom full) {
            return whenThereIsRoom(proposal, full);
        } catch (DataAccessException | TransactionException | StopUnknown notNow) {
            throw notNow;
        } catch (RuntimeException outOfReach) {
            return later(proposal, outOfReach);
        }
        return new Step.Done();
    }

    /** It waits and is never dropped; the wait counts as no try. Said once for each limit. */
    private Step whenThereIsRoom(Proposal proposal, NoRoom full) {
        if (proposals.waitsFor(proposal.completed().swarm(), full)) {
            LOG.warn(
                    "A pull request waits until {} task={}: {}",
                    full.until(),
                    proposal.completed().task(),
                    full.getMessage());
        }
        return new Step.At(full.until());
    }

    private Step later(Proposal proposal, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        int tries = proposal.attempts() + 1;
        LOG.warn(
                "A pull request could not be opened task={} try={}",
                proposal.completed().task(),
                tries,
                failure);
        if (tries >= TRIES) {
            conclusion.refused(proposal, "Given up after " + tries + " tries: " + failure.getMessage());
            return new Step.Done();
        }
        proposals.triedInVain(proposal.completed().swarm());
        return new Step.Again(Duration.ofSeconds(1L << tries));
    }
}
