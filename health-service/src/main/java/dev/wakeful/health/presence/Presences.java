package dev.wakeful.health.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instances that are known, by name. */
@Component
class Presences {

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True where the instance was not known. */
    boolean add(Presence presence) {
        return jdbc.sql("""
                insert into instance (instance, service, started_at, last_beat, state)
                values (:instance, :service, :startedAt, :lastBeat, :state)
                on conflict (instance) do nothing
                """)
                        .param("instance", presence.instance())
                        .param("service", presence.service())
                        .param("startedAt", Timestamp.from(presence.startedAt()))
                        .param("lastBeat", Timestamp.from(presence.lastBeat()))
                        .param("state", presence.state().name())
                        .update()
                == 1;
    }

    Optional<Presence> lock(String instance) {
        return jdbc.sql("""
                select instance, service, started_at, last_beat, state from instance
                where instance = :instance for update
                """)
                .param("instance", instance)
                .query(Presences::presence)
                .optional();
    }

    /** Those that are up and have been silent since the given time or before. */
    List<Presence> lockSilent(Instant since) {
        return jdbc.sql("""
                select instance, service, started_at, last_beat, state from instance
                where state = 'UP' and last_beat <= :since
                order by instance for update
                """)
                .param("since", Timestamp.from(since))
                .query(Presences::presence)
                .list();
    }

    void save(Presence presence) {
        jdbc.sql("""
                update instance set started_at = :startedAt, last_beat = :lastBeat, state = :state
                where instance = :instance
                """)
                .param("instance", presence.instance())
                .param("startedAt", Timestamp.from(presence.startedAt()))
                .param("lastBeat", Timestamp.from(presence.lastBeat()))
                .param("state", presence.state().name())
                .update();
    }

    void forgetMissing(Instant silentSince) {
        jdbc.sql("delete from instance where state = 'MISSING' and last_beat <= :since")
                .param("since", Timestamp.from(silentSince))
                .update();
    }

    private static Presence presence(ResultSet row, int number) throws SQLException {
        return new Presence(
                row.getString("service"),
                row.getString("instance"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_beat").toInstant(),
                Presence.State.valueOf(row.getString("state")));
    }
}
