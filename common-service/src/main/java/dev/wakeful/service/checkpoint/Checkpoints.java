package dev.wakeful.service.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down all a service knows, as of one moment: to its database, to a file, and to a Git repository where one is named (STATE-2). The
 * positions of its consumer groups are read before that moment, so what was heard since is heard again after a restore.
 */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final String service;
    private final DataSource dataSource;
    private final Positions positions;
    private final CheckpointProperties properties;
    private final Clock clock;

    Checkpoints(
            String service, DataSource dataSource, Positions positions, CheckpointProperties properties, Clock clock) {
        this.service = service;
        this.dataSource = dataSource;
        this.positions = positions;
        this.properties = properties;
        this.clock = clock;
    }

    /** One checkpoint; callers in this process wait for each other. The part's file is absent where no directory is set. */
    public synchronized Written take(String checkpoint) throws SQLException, IOException, InterruptedException {
        Path draft = Files.createTempFile("wakeful-checkpoint", ".zip");
        try {
            Part part = write(checkpoint, draft);
            long bytes = Files.size(draft);
            remember(part);
            Written written = new Written(part.manifest(), part.sha256(), bytes, file(part));
            keepInGit(part);
            return written;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Part write(String checkpoint, Path draft) throws SQLException, IOException, InterruptedException {
        List<Manifest.Position> before = positions.now();
        try (Snapshot snapshot = Snapshot.of(dataSource);
                DigestOutputStream file =
                        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)), Part.digest())) {
            Manifest manifest = new SchemaDump(snapshot)
                    .write(new SchemaDump.Title(service, checkpoint, clock.instant()), before, file);
            return new Part(
                    manifest,
                    draft,
                    HexFormat.of().formatHex(file.getMessageDigest().digest()));
        }
    }

    private void remember(Part part) throws IOException {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("""
                insert into checkpoint (id, taken_at, sha256, row_count, content) values (:id, :at, :sha256, :rows, :content)
                on conflict (taken_at) do nothing
                """)
                .param("id", part.manifest().checkpoint())
                .param("at", Timestamp.from(part.manifest().at()))
                .param("sha256", part.sha256())
                .param("rows", part.manifest().rows())
                .param("content", Files.readAllBytes(part.file()))
                .update();
        jdbc.sql(
                        "delete from checkpoint where taken_at < :oldest and taken_at < (select max(taken_at) from checkpoint)")
                .param("oldest", Timestamp.from(clock.instant().minus(properties.keep())))
                .update();
    }

    private String file(Part part) throws IOException {
        if (properties.files().isEmpty()) {
            return "";
        }
        Archive archive = new Archive(properties.files().get(), service);
        Path kept = archive.keep(part.file(), part.manifest().at(), part.sha256());
        archive.prune(clock.instant(), properties.keep());
        return kept.toString();
    }

    /** A repository that cannot be used costs the commit, never the checkpoint. */
    private void keepInGit(Part part) throws InterruptedException {
        if (properties.repository().isPresent()) {
            try {
                new GitArchive(properties.repository().get()).keep(part);
            } catch (IOException e) {
                LOG.warn("The checkpoint of {} is not in Git: {}", service, e.getMessage());
            }
        }
    }

    /**
     * What was written.
     *
     * @param file where it is; empty: only in the database
     */
    public record Written(Manifest manifest, String sha256, long bytes, String file) {
        /** When it was taken. */
        Instant at() {
            return manifest.at();
        }
    }
}
