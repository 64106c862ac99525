package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Envelopes as the outbox keeps them. */
final class Envelopes {

    private Envelopes() {}

    static Envelope of(ResultSet row) throws SQLException {
        return new Envelope(
                new EventId(row.getString("event_id")),
                row.getString("source"),
                row.getString("type"),
                row.getString("key"),
                row.getTimestamp("occurred_at").toInstant(),
                new LineageId(row.getString("lineage")),
                null,
                null);
    }
}
