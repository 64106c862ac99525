package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row's columns by type, with absent ones said to be absent. */
record Columns(ResultSet row) {

    String text(String name) throws SQLException {
        return Objects.requireNonNull(row.getString(name), name);
    }

    @Nullable
    String optionalText(String name) throws SQLException {
        return row.getString(name);
    }

    @Nullable
    Integer optionalInteger(String name) throws SQLException {
        int value = row.getInt(name);
        return row.wasNull() ? null : value;
    }

    Instant instant(String name) throws SQLException {
        return Objects.requireNonNull(optionalInstant(name), name);
    }

    @Nullable
    Instant optionalInstant(String name) throws SQLException {
        Timestamp value = row.getTimestamp(name);
        return value == null ? null : value.toInstant();
    }
}
