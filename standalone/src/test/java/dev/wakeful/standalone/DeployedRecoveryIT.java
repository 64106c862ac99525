package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wakeful.cli.Wakeful;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** STATE-2, for services in processes of their own: their database becomes what a checkpoint says, never while one of them runs. */
class DeployedRecoveryIT {

    @TempDir
    private Path directory;

    @Test
    void everySchemaIsMadeAgainForItsOwnerAndNotWhileAServiceRuns() throws Exception {
        Path file = checkpoint();
        try (EmbeddedDatabase database = EmbeddedDatabase.in(directory.resolve("postgresql"));
                EmbeddedBroker broker = EmbeddedBroker.in(Files.createDirectories(directory.resolve("kafka")))) {
            broker.start();
            String address = superuser(database);
            database.addressFor("planner");

            assertThatThrownBy(() -> recover(file, address.replace("user=postgres", "user=planner"), broker))
                    .hasMessageContaining("superuser");
            try (Connection service = database.admin();
                    Statement lock = service.createStatement()) {
                lock.execute("select pg_advisory_lock(1, 2)");
                assertThatThrownBy(() -> recover(file, address, broker)).hasMessageContaining("still connected");
            }
            assertThat(schemas(database)).isEqualTo("planner");

            recover(file, address, broker);
            recover(file, address, broker);

            assertThat(schemas(database))
                    .isEqualTo("auto_dev,budget,bug_hunter,ci_manager,command_center,health,planner");
            assertThat(one(database, "select name from command_center.repository"))
                    .endsWith("/shop");
            assertThat(one(database, "select name from planner.repository")).endsWith("/shop");
            assertThat(one(
                            database,
                            "select tableowner from pg_tables where schemaname = 'planner' and tablename = 'task'"))
                    .isEqualTo("planner");
            assertThat(one(database, "select epoch from planner.fence")).isEqualTo("2");
        }
    }

    /** Of a whole system in which a repository is watched. */
    private Path checkpoint() throws Exception {
        Path data = directory.resolve("data");
        Path file = directory.resolve("checkpoint.zip");
        ShopRepository shop = ShopRepository.in(directory, "shop");
        try (RunningWakeful wakeful = RunningWakeful.start(data, FreePorts.inARow())) {
            wakeful.add(shop);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> wakeful.get("/api/repositories").toString().contains(shop.name()));
            CommandLine command = Wakeful.commandLine();
            command.setOut(new PrintWriter(new StringWriter()));
            assertThat(command.execute("checkpoint", file.toString(), "--data", data.toString()))
                    .isZero();
        }
        return file;
    }

    private static void recover(Path file, String address, EmbeddedBroker broker) throws Exception {
        assertThat(Recovery.recoverDeployed(file, address, broker.address()).parts())
                .hasSize(7);
    }

    private static String superuser(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.admin()) {
            return connection.getMetaData().getURL().replaceAll("\\?.*", "") + "?user=postgres";
        }
    }

    private static String schemas(EmbeddedDatabase database) throws SQLException {
        return one(database, """
                select string_agg(nspname, ',' order by nspname) from pg_namespace
                where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                """);
    }

    private static String one(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.admin();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }
}
