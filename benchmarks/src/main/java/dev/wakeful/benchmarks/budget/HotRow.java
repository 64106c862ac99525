package dev.wakeful.benchmarks.budget;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a counter costs that is nothing else: one row, one durable statement, one connection for each client. */
record HotRow(List<Connection> connections, List<PreparedStatement> updates) implements AutoCloseable {

    static HotRow with(String address, int clients) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        List<PreparedStatement> updates = new ArrayList<>();
        for (int n = 0; n < clients; n++) {
            Connection connection = DriverManager.getConnection(address);
            connections.add(connection);
            if (n == 0) {
                make(connection);
            }
            updates.add(connection.prepareStatement(
                    "update hot_row set used = used + 1 where id = 1 and used + 1 <= 9000000000000"));
        }
        return new HotRow(connections, updates);
    }

    private static void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists hot_row (id int primary key, used bigint not null) with (fillfactor = 50)");
            statement.execute("insert into hot_row values (1, 0) on conflict do nothing");
        }
    }

    void update(int client) throws SQLException {
        updates.get(client).executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
