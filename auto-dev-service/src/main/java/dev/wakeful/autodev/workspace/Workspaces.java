package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.workspace.Accounts.Measured;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The workspaces of all swarms (DEV-10). One belongs to its swarm for as long as the swarm lives; the swarm's last step marks it, or keeps it
 * for a person until a time, and only what is marked is removed: at once or, after a crash, by the garbage collection.
 */
@Component
public class Workspaces {

    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
    private static final Duration BETWEEN_MEASURES = Duration.ofMinutes(1);

    private final Path directory;
    private final Accounts accounts;
    private final Artefacts artefacts;
    private final Sandbox sandbox;
    private final Checkouts checkouts;
    private final Clock clock;
    private final Map<SwarmId, Instant> measuredAt = new ConcurrentHashMap<>();
    private final Map<SwarmId, Boolean> inRemoval = new ConcurrentHashMap<>();

    Workspaces(
            AutoDevProperties properties,
            Accounts accounts,
            Artefacts artefacts,
            Sandbox sandbox,
            Checkouts checkouts,
            Clock clock) {
        this.directory = properties.directory();
        this.accounts = accounts;
        this.artefacts = artefacts;
        this.sandbox = sandbox;
        this.checkouts = checkouts;
        this.clock = clock;
    }

    /**
     * The swarm's workspace, as it was left or not yet there; its tree holds as much of the repository as that asks for. In a sandbox its home is its own and made anew with the tree, so that nothing an
     * agent or an earlier check left there can speak in a later verdict (VER-1); without one, downloads of the repository's commands are kept.
     */
    public Workspace of(Claim claim) {
        Path root = root(claim.id());
        return workspace(claim, root, place(claim, claim.mark(), root));
    }

    /** A workspace for one strategy that races with others: a tree of its own; what is committed in it is known to the swarm's as well. */
    public Workspace lane(Claim claim, StrategyName strategy) {
        Path root = root(claim.id()).resolve("lanes").resolve(strategy.value());
        return workspace(claim, root, place(claim, claim.mark(strategy), root));
    }

    private Place place(Claim claim, String mark, Path root) {
        Path home = sandbox.isFence()
                ? root.resolve("home")
                : directory
                        .resolve("homes")
                        .resolve(claim.request().repository().name().value());
        return new Place(mark, root.resolve("tree"), home, root.resolve("tmp"));
    }

    private Workspace workspace(Claim claim, Path root, Place place) {
        var request = claim.request();
        Path objects = root(claim.id()).resolve("git").resolve("objects");
        Git git = new Git(root.resolve("git"), objects, place, claim, request.acceptedAt());
        Workspace whole =
                Workspace.of(request.repository(), request.revision().value().length() == 64, place, git);
        return whole.holding(new Part(checkouts.checkout(claim, whole), Optional.of(request.revision())));
    }

    /** A workspace of nobody's, below a directory that {@link #removeTrial} takes away; its repository is empty. */
    public Workspace trial(Path root, Vigil vigil) throws IOException {
        Path source = root.resolve("source.git");
        Layout.of(source, false).write(new Revision("0".repeat(40)), List.of(), root.resolve("shallow"));
        Place place = new Place(
                "trial:" + root.getFileName(), root.resolve("tree"), root.resolve("home"), root.resolve("tmp"));
        WatchedRepository repository =
                new WatchedRepository(new RepositoryName("wakeful/trial"), source.toString(), "main", "true", null);
        Path own = root.resolve("git");
        return Workspace.of(
                repository, false, place, new Git(own, own.resolve("objects"), place, vigil, Instant.EPOCH));
    }

    /** Removes what {@link #trial} was given, and all in it. */
    public void removeTrial(Path root) {
        try {
            Deletion.of(root);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", root, e.toString());
        }
    }

    private Path root(SwarmId swarm) {
        return directory.resolve("workspaces").resolve(swarm.value());
    }

    /**
     * Measures the files of a swarm that has reached a step, at most once a minute and at its end.
     *
     * @return what is to be committed together with the step
     */
    public Runnable reached(Step step, Claim claim) {
        Optional<Measured> measured = step.isEnd() || isDue(claim.id()) ? measure(claim.id()) : Optional.empty();
        if (step.isEnd()) {
            measuredAt.remove(claim.id());
        }
        return () -> accounts.reached(claim.id(), step, measured);
    }

    /** The swarm was stopped; in the transaction that commits it. */
    public void stopped(Step.Stopped end, Claim claim) {
        measuredAt.remove(claim.id());
        accounts.reached(claim.id(), end, Optional.empty());
    }

    private boolean isDue(SwarmId swarm) {
        Instant now = clock.instant();
        Instant last = measuredAt.get(swarm);
        boolean due = last == null || !last.plus(BETWEEN_MEASURES).isAfter(now);
        if (due) {
            measuredAt.put(swarm, now);
        }
        return due;
    }

    private Optional<Measured> measure(SwarmId swarm) {
        try {
            return Optional.of(new Measured(
                    Size.of(root(swarm)), Size.of(artefacts.of(swarm)).bytes()));
        } catch (IOException e) {
            LOG.warn("The workspace of {} could not be measured: {}", swarm, e.toString());
            return Optional.empty();
        }
    }

    /**
     * Removes a workspace that is marked and nobody holds; another one stays as it is. What cannot be removed now is tried again by the
     * garbage collection.
     */
    public void remove(SwarmId swarm) {
        if (inRemoval.putIfAbsent(swarm, true) != null) {
            return;
        }
        try {
            if (accounts.mayGo(swarm)) {
                Deletion.of(root(swarm));
                accounts.removed(swarm);
            }
        } catch (IOException e) {
            LOG.warn("The workspace of {} could not be removed, tried again later: {}", swarm, e.toString());
        } finally {
            inRemoval.remove(swarm);
        }
    }
}
