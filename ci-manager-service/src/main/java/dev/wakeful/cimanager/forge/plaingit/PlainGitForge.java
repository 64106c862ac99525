package dev.wakeful.cimanager.forge.plaingit;

import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.DryMerges;
import dev.wakeful.cimanager.forge.Forge;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A local Git repository as a forge (CHG-2). A pull request is two refs beside its branch, made in one transaction, so it is there whole
 * or not at all and outlives this system's database.
 */
@Component
class PlainGitForge implements Forge {

    private static final int RACES = 20;

    @Override
    public Optional<PullRequest> find(WatchedRepository repository, String branch) {
        return new PullRefs(git(repository)).from(branch);
    }

    @Override
    public int waiting(WatchedRepository repository) {
        return new PullRefs(git(repository)).waiting(repository.branch());
    }

    @Override
    public DryMerges dryMerges(WatchedRepository repository, Draft draft, Path bundle) {
        Git git = git(repository);
        new BundleImport(git).run(bundle, draft);
        return new DryMerging(git, new PullRefs(git)).of(draft);
    }

    @Override
    public PullRequest open(WatchedRepository repository, Draft draft, Path bundle) {
        Git git = git(repository);
        PullRefs pulls = new PullRefs(git);
        return pulls.from(draft.branch()).orElseGet(() -> {
            refuseTakenNames(pulls, draft);
            new BundleImport(git).run(bundle, draft);
            return create(git, pulls, draft);
        });
    }

    private static PullRequest create(Git git, PullRefs pulls, Draft draft) {
        String meta = git.must(Meta.of(draft).json(), "hash-object", "-w", "--stdin");
        for (int race = 0; race < RACES; race++) {
            long number = pulls.nextFree();
            if (pulls.create(number, draft, meta)) {
                return Meta.of(draft).pullRequest(number);
            }
            Optional<PullRequest> earlier = pulls.from(draft.branch());
            if (earlier.isPresent()) {
                return earlier.get();
            }
            refuseTakenNames(pulls, draft);
        }
        throw new Git.GitFailed("No free pull request number after " + RACES + " races");
    }

    private static void refuseTakenNames(PullRefs pulls, Draft draft) {
        if (pulls.exists("refs/heads/wakeful")) {
            throw new ChangeRefused("A branch named 'wakeful' is in the way of '" + draft.branch() + "': rename it");
        }
        if (pulls.exists("refs/heads/" + draft.branch())) {
            throw new ChangeRefused("The branch " + draft.branch()
                    + " exists and no pull request of this system belongs to it: rename or delete it");
        }
    }

    private static Git git(WatchedRepository repository) {
        try {
            Path path = Path.of(repository.path()).toRealPath();
            Git git = new Git(path);
            if (Files.isDirectory(path) && git.run("rev-parse", "--git-dir").ok()) {
                return git;
            }
        } catch (IOException e) {
            // reported below, as for a directory without a repository
        }
        throw new ChangeRefused(
                "The repository " + repository.name() + " is not at " + repository.path() + " any more");
    }
}
