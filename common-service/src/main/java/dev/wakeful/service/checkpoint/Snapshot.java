package dev.wakeful.service.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * One transaction that sees the schema as it is at one moment, at which nobody is in the middle of saying an event: the number of the last
 * event is exact. Writers wait for that moment only as long as the longest of their transactions takes, and never longer than the limit.
 */
final class Snapshot implements AutoCloseable {

    private static final String LIMIT = "250ms";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final long said;

    private Snapshot(Connection connection, long said) {
        this.connection = connection;
        this.said = said;
    }

    static Snapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Connection pause = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            pause.setAutoCommit(false);
            try {
                pauseOutbox(pause);
                return new Snapshot(connection, lastSaid(connection));
            } finally {
                pause.rollback();
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void pauseOutbox(Connection pause) throws SQLException {
        try (Statement statement = pause.createStatement()) {
            statement.execute("set local lock_timeout = '" + LIMIT + "'");
            statement.execute("lock table outbox in share mode");
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            // a long transaction is at work; without the pause one of its events may count as said before the snapshot
            pause.rollback();
        }
    }

    /** The first statement of the transaction, which fixes what it sees. */
    private static long lastSaid(Connection connection) throws SQLException {
        return new Layout(connection)
                .sequences().entrySet().stream()
                        .filter(each -> each.getKey().equals("outbox_id_seq"))
                        .mapToLong(
                                each -> each.getValue().used() ? each.getValue().last() : 0)
                        .findFirst()
                        .orElse(0);
    }

    long said() {
        return said;
    }

    Layout layout() {
        return new Layout(connection);
    }

    PGConnection copying() throws SQLException {
        return connection.unwrap(PGConnection.class);
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
