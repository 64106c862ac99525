package dev.wakeful.benchmarks.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One durable transaction of the usual shape: a row of state and a row of outbox. */
record CommitFloor(Connection connection, PreparedStatement state, PreparedStatement outbox) implements AutoCloseable {

    private static final String ROW = "x".repeat(600);

    static CommitFloor open(String address) throws SQLException {
        Connection connection = DriverManager.getConnection(address);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table state (id bigint generated always as identity primary key, text text not null)");
            statement.execute(
                    "create table outbox (id bigint generated always as identity primary key, text text not null)");
        }
        connection.setAutoCommit(false);
        return new CommitFloor(
                connection,
                connection.prepareStatement("insert into state (text) values (?)"),
                connection.prepareStatement("insert into outbox (text) values (?)"));
    }

    long nanos() throws SQLException {
        long began = System.nanoTime();
        state.setString(1, ROW);
        state.executeUpdate();
        outbox.setString(1, ROW);
        outbox.executeUpdate();
        connection.commit();
        return System.nanoTime() - began;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
