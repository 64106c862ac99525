package dev.wakeful.service.checkpoint;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.service.checkpoint.Manifest.Sequence;
import dev.wakeful.service.checkpoint.Manifest.Table;
import dev.wakeful.service.recovery.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/**
 * Puts what was written down into a schema that its migrations have made and nobody uses yet. Needs a superuser's connection, since
 * foreign keys and append-only rules are left aside while rows come in; the rows were consistent when they were read.
 */
public final class SchemaRestore {

    private final Connection connection;
    private final String schema;

    public SchemaRestore(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** What a file says about itself, without restoring it. */
    public static Manifest manifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                throw new IOException(file + " has no " + Manifest.NAME);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return Manifest.read(content.readAllBytes());
            }
        }
    }

    /** What the schema was made by, to be compared with the manifest's. */
    public List<Manifest.Migration> migrations() throws SQLException {
        use();
        return new Layout(connection).migrations();
    }

    /** @throws IOException when a table is not there, or does not have as many rows as were written */
    public void load(Path file) throws SQLException, IOException {
        use();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(file);
            clear();
            for (Table table : manifest.tables()) {
                load(zip, table);
            }
            for (Map.Entry<String, Sequence> each : manifest.sequences().entrySet()) {
                set(each.getKey(), each.getValue());
            }
        }
    }

    /** The schema is the restored service's own from here on: it begins with this epoch, and its work with it. */
    public void raiseEpoch(long from, long to) throws SQLException {
        use();
        for (String table : new Layout(connection).tablesWithEpoch()) {
            try (PreparedStatement update =
                    connection.prepareStatement("update " + Names.quoted(table) + " set epoch = ? where epoch = ?")) {
                update.setLong(1, to);
                update.setLong(2, from);
                update.executeUpdate();
            }
        }
    }

    /** These events count as handled: what said them does not remember, and will say again what is still true. */
    public void passOver(Collection<String> events) throws SQLException {
        use();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into inbox (event_id, received_at) select unnest(?), now() on conflict do nothing")) {
            insert.setArray(1, connection.createArrayOf("text", events.toArray()));
            insert.executeUpdate();
        }
    }

    /** The next event gets a higher number than any that was ever seen. */
    public void sayAfter(long number) throws SQLException {
        use();
        try (PreparedStatement set = connection.prepareStatement(
                "select setval('outbox_id_seq', greatest(?, (select last_value from outbox_id_seq)))")) {
            set.setLong(1, Math.max(1, number));
            set.execute();
        }
    }

    /** The service takes account of the recovery at its next start: what is unknown counts at its worst case (BUD-6), these events tell. */
    public void recall(List<Said> lost, Instant at) throws SQLException {
        use();
        try (Statement statement = connection.createStatement();
                PreparedStatement mark = connection.prepareStatement("insert into recovery (at) values (?)")) {
            statement.execute("delete from lost_event");
            statement.execute("delete from recovery");
            mark.setTimestamp(1, Timestamp.from(at));
            mark.executeUpdate();
        }
        for (Said said : lost) {
            insert(said);
        }
    }

    private void insert(Said said) throws SQLException {
        Envelope envelope = said.envelope();
        EventId cause = envelope.cause();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into lost_event (number, event_id, source, type, key, occurred_at, lineage, cause, traceparent, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            insert.setLong(1, said.number());
            insert.setString(2, envelope.id().value());
            insert.setString(3, envelope.source());
            insert.setString(4, envelope.type());
            insert.setString(5, envelope.subject());
            insert.setTimestamp(6, Timestamp.from(envelope.time()));
            insert.setString(7, envelope.lineage().value());
            insert.setString(8, cause == null ? null : cause.value());
            insert.setString(9, envelope.traceparent());
            insert.setBytes(10, said.payload());
            insert.executeUpdate();
        }
    }

    private void use() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set search_path = " + Names.quoted(schema));
        }
    }

    /** Migrations may have put rows in. */
    private void clear() throws SQLException {
        List<String> tables = new Layout(connection)
                .tables().keySet().stream().map(Names::quoted).toList();
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables));
        }
    }

    private void load(ZipFile zip, Table table) throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new IOException("The content of the table " + table.name() + " is missing");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + Names.quoted(table.name()) + " (" + table.quotedColumns() + ") from stdin",
                            content);
            if (rows != table.rows()) {
                throw new IOException(
                        "The table " + table.name() + " has " + rows + " rows, written were " + table.rows());
            }
        }
    }

    private void set(String name, Sequence sequence) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            set.setString(1, Names.quoted(name));
            set.setLong(2, sequence.last());
            set.setBoolean(3, sequence.used());
            set.execute();
        }
    }
}
