package dev.wakeful.service.checkpoint;

import dev.wakeful.service.checkpoint.Manifest.Migration;
import dev.wakeful.service.checkpoint.Manifest.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a schema consists of, asked of the database itself, so that no table can be forgotten. */
final class Layout {

    /** What is not state: Flyway's history is made anew, and checkpoints are not written down in checkpoints. */
    private static final String NO_STATE = "('flyway_schema_history', 'checkpoint')";

    private final Connection connection;

    Layout(Connection connection) {
        this.connection = connection;
    }

    /** Tables by name, each with its columns in order; generated columns are left out, the database makes them again. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        query(
                """
                select c.relname, a.attname
                from pg_class c left join pg_attribute a
                    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and c.relname not in %s
                order by c.relname, a.attnum
                """.formatted(NO_STATE),
                row -> tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)));
        return tables;
    }

    List<Migration> migrations() throws SQLException {
        List<Migration> migrations = new ArrayList<>();
        query(
                """
                select version, script, checksum from flyway_schema_history where success and version is not null
                order by string_to_array(version, '.')::int[]
                """,
                row -> migrations.add(new Migration(
                        row.getString("version"), row.getString("script"), (Integer) row.getObject("checksum"))));
        return migrations;
    }

    Map<String, Sequence> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        query(
                "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S'",
                row -> names.add(row.getString(1)));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        for (String name : names) {
            query(
                    "select last_value, is_called from " + Names.quoted(name),
                    row -> sequences.put(name, new Sequence(row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    long epoch() throws SQLException {
        List<Long> epoch = new ArrayList<>();
        query("select epoch from fence", row -> epoch.add(row.getLong(1)));
        return epoch.getFirst();
    }

    /** Tables and columns that bear the epoch of what stands in the row. */
    List<String> tablesWithEpoch() throws SQLException {
        List<String> tables = new ArrayList<>();
        query("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = 'epoch'
                    and not a.attisdropped
                """, row -> tables.add(row.getString(1)));
        return tables;
    }

    /** How many rows were ever written, but for the given tables; as recent as the database's statistics, which is a second. */
    static long changes(Connection connection, List<String> without) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables
                where schemaname = current_schema() and relname <> all (?)
                """)) {
            select.setArray(1, connection.createArrayOf("text", without.toArray()));
            try (ResultSet answer = select.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    private void query(String sql, Row each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
