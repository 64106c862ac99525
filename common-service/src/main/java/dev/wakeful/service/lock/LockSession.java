package dev.wakeful.service.lock;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database connection held for the advisory locks of its session. The database frees them the moment the connection ends, however it
 * ends. A connection that may still hold a lock never goes back to its pool: there it would keep the lock that nobody uses.
 */
public final class LockSession implements AutoCloseable {

    private static final int ANSWER_SECONDS = 1;

    private final DataSource dataSource;
    private final Connection connection;

    private LockSession(DataSource dataSource, Connection connection) {
        this.dataSource = dataSource;
        this.connection = connection;
    }

    public static LockSession open(DataSource dataSource) throws SQLException {
        return new LockSession(dataSource, dataSource.getConnection());
    }

    /** True when this session now holds the lock, which is one of this schema only. */
    public boolean tryLock(String purpose, int number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_lock(hashtext(? || ' of ' || current_schema()), ?)")) {
            lock.setString(1, purpose);
            lock.setInt(2, number);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** For work that must end with the lock. */
    public Connection connection() {
        return connection;
    }

    /** False once the session, and every lock with it, is gone. */
    public boolean isAlive() throws SQLException {
        return connection.isValid(ANSWER_SECONDS);
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            try {
                unlock();
            } finally {
                connection.close();
            }
        }
    }

    private void unlock() throws SQLException {
        if (isAlive()) {
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
                return;
            } catch (SQLException e) {
                evict();
                throw e;
            }
        }
        evict();
    }

    private void evict() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }
}
