package dev.wakeful.standalone;

import dev.wakeful.service.checkpoint.Manifest;
import dev.wakeful.service.checkpoint.Part;
import dev.wakeful.service.checkpoint.SchemaRestore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes each service's schema as it was, beside the ones in use. */
final class Reconstruction {

    private final Schemas database;

    Reconstruction(Schemas database) {
        this.database = database;
    }

    /** Puts every part into a schema of its own that nobody uses. */
    void make(CheckpointFiles files) throws SQLException {
        for (Part part : files.parts()) {
            make(part);
        }
    }

    private void make(Part part) throws SQLException {
        String service = part.manifest().service();
        migrate(part.manifest(), database.scratchFor(service));
        try (Connection connection = database.admin()) {
            SchemaRestore restore = restore(connection, service);
            if (!restore.migrations().equals(part.manifest().migrations())) {
                throw anotherVersion(part.manifest(), null);
            }
            restore.load(part.file());
        } catch (IOException | SQLException e) {
            throw new StartFailed("The part of " + service + " cannot be restored: " + e.getMessage() + ".", e);
        }
    }

    private static void migrate(Manifest manifest, String address) {
        try {
            Flyway.configure()
                    .dataSource(address, null, null)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + manifest.service())
                    .outOfOrder(true)
                    .target(manifest.newest()
                            .map(Manifest.Migration::version)
                            .orElseThrow(() -> anotherVersion(manifest, null)))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw anotherVersion(manifest, e);
        }
    }

    private static StartFailed anotherVersion(Manifest manifest, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "The part of " + manifest.service()
                + " was written by a version of Wakeful with other steps of its schema (up to "
                + manifest.newest().map(Manifest.Migration::script).orElse("none")
                + "); recover with that version and update then.";
        return cause == null ? new StartFailed(message) : new StartFailed(message, cause);
    }

    /** What happened since is taken into account: the epoch is a new one, and nothing of the lost time counts that will be said again. */
    void continueAfter(CheckpointFiles files, LostTime lost) throws SQLException {
        long newest =
                files.manifests().stream().mapToLong(Manifest::epoch).max().orElse(1);
        Instant now = Instant.now();
        try (Connection connection = database.admin()) {
            for (Manifest manifest : files.manifests()) {
                SchemaRestore restore = restore(connection, manifest.service());
                // a stop that is heard again raises the epoch itself; a service that had not heard the last one hears
                // it again
                if (manifest.epoch() == newest && !lost.stopped(newest)) {
                    restore.raiseEpoch(newest, newest + 1);
                }
                restore.passOver(lost.voided());
                restore.recall(lost.money(manifest.service()), now);
                restore.sayAfter(lost.lastSaid(manifest.service()));
            }
        }
    }

    private static SchemaRestore restore(Connection connection, String service) {
        return new SchemaRestore(connection, Schemas.scratch(service));
    }
}
