package dev.wakeful.service.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Which running copy of a service this is: {@code planner-1}, {@code planner-2}, … The lowest free number, proven by a session-level
 * advisory lock held for the life of the process. A killed process frees its number at once, and the process that takes it over knows that
 * everything left behind under that name belongs to the dead.
 */
public final class Instance implements AutoCloseable {

    private static final int MOST = 1000;

    private final String service;
    private final int number;
    private final Connection held;

    private Instance(String service, int number, Connection held) {
        this.service = service;
        this.number = number;
        this.held = held;
    }

    /** Takes the lowest free number. */
    public static Instance claim(String service, DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        for (int number = 1; number <= MOST; number++) {
            if (lock(connection, number)) {
                return new Instance(service, number, connection);
            }
        }
        connection.close();
        throw new IllegalStateException("All " + MOST + " instance numbers of " + service + " are taken");
    }

    private static boolean lock(Connection connection, int number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_lock(hashtext('instance of ' || current_schema()), ?)")) {
            lock.setInt(1, number);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    public String service() {
        return service;
    }

    /** Unique among the running instances, the same again after a restart. */
    public String name() {
        return service + "-" + number;
    }

    /** Frees the number; the connection would otherwise carry the lock back into its pool. */
    @Override
    public void close() throws SQLException {
        if (held.isValid(1)) {
            try (PreparedStatement unlock = held.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        }
        held.close();
    }
}
