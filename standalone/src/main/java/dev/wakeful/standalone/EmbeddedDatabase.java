package dev.wakeful.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL beside this process, with durable data. It outlives a killed process; the next one takes it over as it is. Each
 * service has its own role and schema, so that none can read another's tables.
 */
public final class EmbeddedDatabase implements Schemas, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Postmaster postmaster;

    private EmbeddedDatabase(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    public static EmbeddedDatabase in(Path directory) throws IOException {
        Optional<Postmaster> survivor = Postmaster.runningIn(directory);
        return new EmbeddedDatabase(survivor.isPresent() ? survivor.get() : start(directory));
    }

    private static Postmaster start(Path directory) throws IOException {
        // the handle is not kept: the process is found, used and ended by its pid file, also by a later process
        EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        return Postmaster.runningIn(directory)
                .orElseThrow(() -> new StartFailed("PostgreSQL started and is gone again; see " + directory + "/log."));
    }

    /** Unpacked once per user, not once per data directory. */
    private static Path binaries() throws IOException {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Files.createDirectories(Path.of(cache, "wakeful", "postgresql"));
    }

    /** The address for one service, which gets its role and schema at its first start. */
    public String addressFor(String service) throws SQLException {
        String schema = Schemas.of(service);
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            ensureRole(statement, schema);
            if (!exists(statement, schema)) {
                statement.execute("create schema " + schema + " authorization " + schema);
            }
        }
        return address(schema, schema);
    }

    @Override
    public String scratchFor(String service) throws SQLException {
        String schema = Schemas.of(service);
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            ensureRole(statement, schema);
            statement.execute("drop schema if exists " + Schemas.scratch(service) + " cascade");
            statement.execute("create schema " + Schemas.scratch(service) + " authorization " + schema);
        }
        return address(schema, Schemas.scratch(service));
    }

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(address("postgres", "public"));
    }

    private static void ensureRole(Statement statement, String role) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create role " + role + " login");
    }

    private static boolean exists(Statement statement, String schema) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_namespace where nspname = '" + schema + "'")) {
            return found.next();
        }
    }

    private String address(String user, String schema) {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/postgres?user=" + user + "&currentSchema="
                + schema;
    }

    @Override
    public void close() {
        postmaster.stop();
    }
}
