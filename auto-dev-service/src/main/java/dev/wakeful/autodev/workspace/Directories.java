package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.WorkspaceProperties;
import dev.wakeful.autodev.workspace.SizeLedger.Known;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at what is on the disk, whatever the database says should be there. */
@Component
class Directories {

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    /** A database that was recovered may know the swarm again after the next recovery. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Path directory;
    private final WorkspaceProperties properties;
    private final SizeLedger ledger;
    private final Orphans orphans;
    private final Clock clock;

    Directories(
            AutoDevProperties settings,
            WorkspaceProperties properties,
            SizeLedger ledger,
            Orphans orphans,
            Clock clock) {
        this.directory = settings.directory();
        this.properties = properties;
        this.ledger = ledger;
        this.orphans = orphans;
        this.clock = clock;
    }

    void collect() {
        Set<String> unknown = new HashSet<>();
        for (Path each : in("workspaces")) {
            switch (ledger.known(name(each))) {
                case Known.Live live -> {}
                case Known.Ended ended -> {
                    if (ended.gone()) {
                        delete(each, "its swarm has ended");
                    }
                }
                case Known.Nothing nothing -> orphan(each, PATIENCE, unknown);
            }
        }
        for (Path each : in("artefacts")) {
            switch (ledger.known(name(each))) {
                case Known.Live live -> {}
                case Known.Ended ended -> artefacts(each, ended);
                case Known.Nothing nothing -> orphan(each, longer(), unknown);
            }
        }
        orphans.forgetAllBut(unknown);
    }

    /** What is left of a lost swarm's artefacts may be all there is of its work. */
    private Duration longer() {
        return properties.keepArtefacts().compareTo(PATIENCE) > 0 ? properties.keepArtefacts() : PATIENCE;
    }

    private void orphan(Path each, Duration patience, Set<String> unknown) {
        String relative = directory.relativize(each).toString();
        if (!orphans.isOver(relative, patience) || !delete(each, "nobody knows its swarm")) {
            unknown.add(relative);
        }
    }

    private void artefacts(Path each, Known.Ended ended) {
        Instant over = ended.at().plus(properties.keepArtefacts());
        if (ended.gone() && !over.isAfter(clock.instant()) && delete(each, "its swarm ended at " + ended.at())) {
            ledger.artefactsRemoved(name(each));
        }
    }

    private static String name(Path each) {
        return each.getFileName().toString();
    }

    private boolean delete(Path each, String why) {
        try {
            Deletion.of(each);
            LOG.info("Removed {}: {}", each, why);
            return true;
        } catch (IOException e) {
            LOG.warn("{} could not be removed, tried again later: {}", each, e.toString());
            return false;
        }
    }

    /** Directories only: whatever else somebody put there is not ours. */
    private List<Path> in(String name) {
        Path parent = directory.resolve(name);
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (var entries =
                    Files.newDirectoryStream(parent, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
                entries.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                LOG.warn("{} could not be listed, tried again later: {}", parent, e.toString());
            }
        }
        return found;
    }
}
