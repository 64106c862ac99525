package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Swarms;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The workspaces of all swarms (DEV-10). One belongs to its swarm for as long as the swarm lives; the swarm's last step marks it, and only
 * what is marked is removed, at once or, after a crash, at the next start.
 */
@Component
public class Workspaces {

    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);

    private final Path directory;
    private final Swarms swarms;
    private final Sandbox sandbox;

    public Workspaces(AutoDevProperties properties, Swarms swarms, Sandbox sandbox) {
        this.directory = properties.directory();
        this.swarms = swarms;
        this.sandbox = sandbox;
    }

    /**
     * The swarm's workspace, as it was left or not yet there. In a sandbox its home is its own and made anew with the tree, so that nothing an
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
        return new Workspace(request.repository(), request.revision().value().length() == 64, place, git);
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
        return new Workspace(
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

    /** Removes a marked workspace. What cannot be removed now is tried again at the next start. */
    public void remove(SwarmId swarm) {
        try {
            Deletion.of(root(swarm));
            swarms.workspaceRemoved(swarm);
        } catch (IOException e) {
            LOG.warn(
                    "The workspace of {} could not be removed, tried again at the next start: {}", swarm, e.toString());
        }
    }

    /** Recovery never holds up the start (STATE-3). */
    @EventListener
    void removeMarked(ApplicationReadyEvent ready) {
        Thread.ofVirtual()
                .name("workspace-removal")
                .start(() -> swarms.withMarkedWorkspace().forEach(this::remove));
    }
}
