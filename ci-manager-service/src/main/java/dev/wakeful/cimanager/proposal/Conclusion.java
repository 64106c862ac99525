package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.CiManagerProperties;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of a proposal and says so, in one transaction, once. */
@Component
class Conclusion {

    private final Proposals proposals;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final CiManagerProperties properties;

    Conclusion(
            Proposals proposals,
            Outbox outbox,
            PlatformTransactionManager transactions,
            CiManagerProperties properties) {
        this.proposals = proposals;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    void proposed(Proposal proposal, PullRequest pull) {
        transaction.executeWithoutResult(status -> {
            if (proposals.proposed(proposal.completed().swarm(), pull.id())) {
                outbox.append(event(proposal, pull));
            }
        });
    }

    private ChangeEvent.Proposed event(Proposal proposal, PullRequest pull) {
        SwarmEvent.Completed completed = proposal.completed();
        return new ChangeEvent.Proposed(
                proposal.change(),
                completed.task(),
                completed.swarm(),
                completed.repository(),
                pull.id(),
                pull.branch(),
                pull.target(),
                pull.head(),
                pull.draft(),
                properties.pullRequestPage(completed.task()),
                pull.title());
    }

    void refused(Proposal proposal, String reason) {
        SwarmEvent.Completed completed = proposal.completed();
        transaction.executeWithoutResult(status -> {
            if (proposals.refused(completed.swarm(), reason)) {
                outbox.append(new ChangeEvent.Refused(
                        completed.task(), completed.swarm(), completed.repository(), completed.head(), reason));
            }
        });
    }
}
