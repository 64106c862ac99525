package dev.wakeful.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Makes a checkpoint the system's state (STATE-2). The system is not running meanwhile. It can be broken off at any moment and done again:
 * positions go back first, and the schemas change places in one transaction last.
 */
final class Recovery {

    private Recovery() {}

    /** @throws StartFailed with one sentence, when it cannot be done; then nothing is changed */
    static CheckpointFiles recover(Path directory, Path checkpoint)
            throws IOException, SQLException, InterruptedException {
        try (DataDirectory data = DataDirectory.open(directory);
                WorkDirectory work = new WorkDirectory(Files.createTempDirectory(data.path(), "recovery"))) {
            CheckpointFiles files = CheckpointFiles.of(checkpoint, work.path());
            try (EmbeddedDatabase database = EmbeddedDatabase.in(data.path().resolve("postgresql"));
                    EmbeddedBroker broker = EmbeddedBroker.in(data.directory("kafka"))) {
                Reconstruction reconstruction = new Reconstruction(database);
                reconstruction.make(files);
                broker.start();
                try (Rewind rewind = new Rewind(broker.address(), files.manifests())) {
                    reconstruction.continueAfter(files, rewind.lostTime(files.manifests()));
                    rewind.rewind();
                }
                database.swapIn(Services.names());
            }
            return files;
        }
    }

    /**
     * The same for services that run in processes of their own, in Compose or Kubernetes, all of which are ended meanwhile.
     *
     * @param database address of their PostgreSQL, of a superuser
     * @param broker address of their Kafka
     * @throws StartFailed with one sentence, when it cannot be done; then nothing is changed
     */
    static CheckpointFiles recoverDeployed(Path checkpoint, String database, String broker)
            throws IOException, SQLException, InterruptedException {
        try (WorkDirectory work = new WorkDirectory(Files.createTempDirectory("wakeful-recovery"));
                DeployedDatabase schemas = DeployedDatabase.at(database)) {
            CheckpointFiles files = CheckpointFiles.of(checkpoint, work.path());
            try (Rewind rewind = new Rewind(broker, files.manifests())) {
                rewind.requireNobody();
                Reconstruction reconstruction = new Reconstruction(schemas);
                reconstruction.make(files);
                reconstruction.continueAfter(files, rewind.lostTime(files.manifests()));
                rewind.requireNobody();
                rewind.rewind();
            }
            schemas.swapIn(Services.names());
            return files;
        }
    }

    /** Does all of it but the change of places, in a database made for that. */
    static CheckpointFiles verify(Path checkpoint) throws IOException, SQLException {
        try (WorkDirectory work = new WorkDirectory(Files.createTempDirectory("wakeful-verify"))) {
            CheckpointFiles files = CheckpointFiles.of(checkpoint, work.path());
            try (EmbeddedDatabase database = EmbeddedDatabase.in(work.path().resolve("postgresql"))) {
                new Reconstruction(database).make(files);
            }
            return files;
        }
    }

    /** Gone when it is done. */
    private record WorkDirectory(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
