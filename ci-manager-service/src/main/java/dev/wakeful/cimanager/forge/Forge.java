package dev.wakeful.cimanager.forge;

import dev.wakeful.events.WatchedRepository;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where changes are offered to people. Any other exception than {@link ChangeRefused} is transient: the same call may be made again
 * without harm.
 */
public interface Forge {

    /** The pull request that was opened from the branch, also when the branch itself is gone. */
    Optional<PullRequest> find(WatchedRepository repository, String branch);

    /** How many pull requests of this system are open in the repository: neither merged into the watched branch nor closed (LIM-1). */
    int waiting(WatchedRepository repository);

    /**
     * Imports the bundle's objects, which no ref leads to yet, and merges the change for a try with the watched branch and with each open branch of
     * this system (PLAN-8). No ref is changed.
     *
     * @throws ChangeRefused when no retry can help
     */
    DryMerges dryMerges(WatchedRepository repository, Draft draft, Path bundle);

    /**
     * Imports the bundle, makes the branch at the draft's head and opens a draft pull request, all visible at once or not at all. When the
     * branch has a pull request already, that one is returned and nothing is changed.
     *
     * @throws ChangeRefused when no retry can help, with a reason a person understands; no ref was changed
     */
    PullRequest open(WatchedRepository repository, Draft draft, Path bundle);
}
