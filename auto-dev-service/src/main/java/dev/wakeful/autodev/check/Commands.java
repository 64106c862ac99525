package dev.wakeful.autodev.check;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.download.Door;
import dev.wakeful.autodev.download.Downloads;
import dev.wakeful.autodev.process.Command;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.process.Shell;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a repository's commands for a swarm: written down while they run, cut when the time is up, their end committed with its meaning. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Shell shell;
    private final Sandbox sandbox;
    private final ProcessRecords records;
    private final Artefacts artefacts;
    private final Downloads downloads;
    private final Duration limit;

    Commands(
            Shell shell,
            Sandbox sandbox,
            ProcessRecords records,
            Artefacts artefacts,
            Downloads downloads,
            AutoDevProperties properties) {
        this.shell = shell;
        this.sandbox = sandbox;
        this.records = records;
        this.artefacts = artefacts;
        this.downloads = downloads;
        this.limit = properties.checkTimeLimit();
    }

    /**
     * What is run, on which revision, and what for.
     *
     * @param limit the longest it may run, where it has one of its own
     * @param lent what else of the host it may read
     */
    public record Order(
            Kind kind,
            String line,
            Revision revision,
            @Nullable Duration limit,
            List<Path> lent) {

        public Order {
            lent = List.copyOf(lent);
        }

        /** With nothing lent. */
        public Order(Kind kind, String line, Revision revision, @Nullable Duration limit) {
            this(kind, line, revision, limit, List.of());
        }

        /** For as long as any command may run. */
        public Order(Kind kind, String line, Revision revision) {
            this(kind, line, revision, null);
        }
    }

    /** A command that has ended, and its number. */
    public record Run(int n, Ended ended) {}

    /**
     * Runs the command where the workspace stands; {@link #settle} has to follow.
     *
     * @throws dev.wakeful.autodev.swarm.CannotGoOn when the swarm's own time ran out meanwhile
     */
    public Run run(Claim claim, Workspace workspace, Order order) {
        int n = records.next(claim.id());
        Duration limit = order.limit() == null ? this.limit : order.limit();
        Duration longest = claim.left(limit);
        Run run = new Run(n, ended(claim, workspace, new Recording(claim, n, order, longest)));
        if (run.ended().exitCode() == Ended.CUT && longest.compareTo(limit) < 0) {
            settle(claim, run, () -> {});
            throw claim.timeIsUp();
        }
        return run;
    }

    private Ended ended(Claim claim, Workspace workspace, Recording recording) {
        Door door = downloads.forCommand(artefacts.downloads(claim.id()));
        Ended ended;
        try (door) {
            Enclosure enclosure = enclosure(workspace, recording.order.lent(), door);
            ended = shell.run(
                    new Command(
                            recording.order.line(),
                            workspace.place(),
                            argv -> sandbox.enclose(enclosure, argv),
                            artefacts.log(claim.id(), recording.n),
                            recording.longest),
                    recording);
        }
        door.summary().ifPresent(words -> claim.commit(() -> claim.progressed("downloads", words)));
        return ended;
    }

    /** It sees its tree and Git's objects, and reaches nobody but what downloads are allowed from (DEV-4, VER-1). */
    private static Enclosure enclosure(Workspace workspace, List<Path> lent, Door door) {
        return new Enclosure(
                workspace.place(),
                Stream.concat(workspace.readable().stream(), lent.stream()).toList(),
                Map.of(),
                null,
                door.address().orElse(null));
    }

    /** All that the command said, line by line, as far as it was kept. */
    public List<String> output(Claim claim, Run run) {
        return artefacts.lines(claim.id(), run.n());
    }

    /** Commits the command's end together with what it means. */
    public void settle(Claim claim, Run run, Runnable meaning) {
        claim.commit(() -> {
            records.ended(claim.id(), run.n(), run.ended());
            meaning.run();
        });
    }

    private final class Recording implements Vigil {

        private final Claim claim;
        private final int n;
        private final Order order;
        private final Duration longest;

        Recording(Claim claim, int n, Order order, Duration longest) {
            this.claim = claim;
            this.n = n;
            this.order = order;
            this.longest = longest;
        }

        @Override
        public void started(Process process, Instant at) {
            claim.commit(() -> {
                records.started(claim.id(), n, order.kind(), order.revision(), process, at, longest);
                warnWithoutSandbox();
            });
            if (n == 1) {
                LOG.info(
                        "Swarm {}: first command started {} ms after it was ready",
                        claim.id(),
                        Duration.between(claim.swarm().readyAt(), at).toMillis());
            }
        }

        private void warnWithoutSandbox() {
            if (n == 1 && !sandbox.isFence()) {
                claim.progressed(
                        "sandbox", "WITHOUT a sandbox: the repository's commands run with all rights of Wakeful");
            }
        }

        @Override
        public Process start(ProcessBuilder builder) throws IOException {
            return claim.start(builder);
        }

        @Override
        public void gone(Process process) {
            claim.gone(process);
        }

        @Override
        public void tick() {
            claim.tick();
        }
    }
}
