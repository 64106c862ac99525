package dev.wakeful.service.stop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of stops, kept in the row of the fence, so that safe mode survives any restart. */
final class StopRecord {

    private final JdbcClient jdbc;

    StopRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StopState read() {
        return jdbc.sql("select epoch, stopped_at, stopped_by, stop_reason from fence")
                .query(StopRecord::state)
                .single();
    }

    /** Inside a transaction; others wait for its end. */
    StopState lock() {
        return jdbc.sql("select epoch, stopped_at, stopped_by, stop_reason from fence for update")
                .query(StopRecord::state)
                .single();
    }

    private static StopState state(ResultSet row, int n) throws SQLException {
        long epoch = row.getLong("epoch");
        Timestamp since = row.getTimestamp("stopped_at");
        @Nullable
        Stop stop = since == null
                ? null
                : new Stop(epoch, since.toInstant(), row.getString("stopped_by"), row.getString("stop_reason"));
        return new StopState(epoch, stop);
    }

    void write(StopState state) {
        Stop stop = state.stop();
        jdbc.sql("update fence set epoch = :epoch, stopped_at = :since, stopped_by = :by, stop_reason = :reason")
                .param("epoch", state.epoch())
                .param("since", stop == null ? null : Timestamp.from(stop.since()))
                .param("by", stop == null ? null : stop.by())
                .param("reason", stop == null ? null : stop.reason())
                .update();
    }
}
