package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.Forge;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.service.effect.EffectJournal;
import org.springframework.stereotype.Component;

/**
 * Opens the one pull request of a task (DEV-9, CHG-1). The effect is journaled before it leaves; after a crash between act and record the
 * forge itself tells what is there, so there is never a second one.
 */
@Component
class Offer {

    private final WatchedRepositories repositories;
    private final EffectJournal journal;
    private final Forge forge;
    private final Opening opening;
    private final EndedTasks ended;

    Offer(WatchedRepositories repositories, EffectJournal journal, Forge forge, Opening opening, EndedTasks ended) {
        this.repositories = repositories;
        this.journal = journal;
        this.ended = ended;
        this.forge = forge;
        this.opening = opening;
    }

    PullRequest make(Proposal proposal) {
        SwarmEvent.Completed completed = proposal.completed();
        String branch = Draft.branchOf(completed.task());
        WatchedRepository repository = repositories
                .named(completed.repository())
                .orElseThrow(() -> new ChangeRefused("Nobody watches " + completed.repository()
                        + " any more: add it again and the next failure starts over"));
        String id = journal.perform(
                "pull-request:" + completed.task(),
                "Open a draft pull request from " + branch + " in " + completed.repository(),
                proposal.epoch(),
                () -> forge.find(repository, branch)
                        .orElseGet(() -> open(repository, proposal))
                        .id());
        return forge.find(repository, branch)
                .filter(pull -> pull.head().equals(completed.head()))
                .orElseThrow(() -> new ChangeRefused("The task's pull request " + id
                        + " is gone or was opened for another revision; close it before a new one is offered"));
    }

    /** Asked at the last step before anything leaves. */
    private PullRequest open(WatchedRepository repository, Proposal proposal) {
        ended.why(proposal.completed().task()).ifPresent(why -> {
            throw new ChangeRefused(why);
        });
        return opening.open(repository, proposal);
    }
}
