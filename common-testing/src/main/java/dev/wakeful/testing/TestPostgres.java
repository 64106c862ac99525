package dev.wakeful.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL per JVM. Each test context gets a schema of its own, so tests never see each other's rows. */
public final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestPostgres() {}

    /** The address of a fresh, empty schema. */
    public static String freshSchema() {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address("public"));
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(schema);
    }

    /** Where the server listens, to put a {@link FaultProxy} in front of it. */
    public static int port() {
        return SERVER.getPort();
    }

    private static String address(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres?user=postgres&currentSchema=" + schema;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
