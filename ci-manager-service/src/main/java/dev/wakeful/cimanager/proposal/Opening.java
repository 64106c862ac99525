package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.Forge;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.cimanager.limit.Allowances;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.trace.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Fetches the bundle into a private file, and has the forge open a pull request from it. */
@Component
class Opening {

    /** Every strategy makes one commit. */
    private static final int COMMITS = 1;

    private final Bundles bundles;
    private final Forge forge;
    private final Allowances allowances;
    private final Money machineMinute;

    Opening(Bundles bundles, Forge forge, Allowances allowances, ServiceProperties properties) {
        this.bundles = bundles;
        this.forge = forge;
        this.allowances = allowances;
        this.machineMinute = Money.micros(properties.machineMinuteMicros());
    }

    /**
     * @throws dev.wakeful.cimanager.limit.NoRoom when a limit is reached; nothing left
     * @throws ChangeRefused when no retry can help; nothing left, and nothing counts
     */
    PullRequest open(WatchedRepository repository, Proposal proposal) {
        TaskId task = proposal.completed().task();
        allowances.claim(task, repository.name(), COMMITS, () -> forge.waiting(repository));
        try {
            return allowed(repository, proposal);
        } catch (ChangeRefused refused) {
            allowances.giveBack(task);
            throw refused;
        }
    }

    private PullRequest allowed(WatchedRepository repository, Proposal proposal) {
        SwarmEvent.Completed completed = proposal.completed();
        Description description = new Description(completed, Tracing.traceId(proposal.traceparent()), machineMinute);
        Draft draft = new Draft(
                completed.task(),
                Draft.branchOf(completed.task()),
                completed.branch(),
                completed.base(),
                completed.head(),
                Markdown.line(completed.title(), 200),
                description.markdown());
        try {
            Path file = Files.createTempFile("wakeful-", ".bundle");
            try {
                bundles.fetch(completed.bundle(), file);
                String others = OpenWork.of(forge.dryMerges(repository, draft, file), draft.target());
                return forge.open(repository, draft.saying(others + draft.body()), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room for the bundle: check the disk", e);
        }
    }
}
