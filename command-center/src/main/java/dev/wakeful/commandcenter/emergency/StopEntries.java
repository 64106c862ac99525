package dev.wakeful.commandcenter.emergency;

import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import dev.wakeful.events.HealthEvent.Quieted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All emergency stops of this installation. */
@Repository
class StopEntries {

    private final JdbcClient jdbc;

    StopEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else give out an epoch until the transaction ends, and tells the highest one there ever was. */
    long lockEpoch() {
        return jdbc.sql("""
                select greatest(f.epoch, coalesce((select max(epoch) from emergency_stop), 0)) from fence f for update of f
                """).query(Long.class).single();
    }

    Optional<StopEntry> latest() {
        return jdbc.sql("""
                select epoch, stopped_at, stopped_by, reason, resumed_at from emergency_stop order by epoch desc limit 1
                """).query(StopEntries::read).optional();
    }

    private static StopEntry read(ResultSet row, int n) throws SQLException {
        @Nullable Timestamp resumed = row.getTimestamp("resumed_at");
        return new StopEntry(
                row.getLong("epoch"),
                row.getTimestamp("stopped_at").toInstant(),
                row.getString("stopped_by"),
                row.getString("reason"),
                resumed == null ? null : resumed.toInstant());
    }

    /** False when that epoch is known, or that cause has stopped the system before. */
    boolean add(Stopped stop, @Nullable String cause) {
        return jdbc.sql("""
                insert into emergency_stop (epoch, stopped_at, stopped_by, reason, cause)
                values (:epoch, :at, :by, :reason, :cause) on conflict do nothing
                """)
                        .param("epoch", stop.epoch())
                        .param("at", Timestamp.from(stop.at()))
                        .param("by", stop.by())
                        .param("reason", stop.reason())
                        .param("cause", cause)
                        .update()
                == 1;
    }

    boolean knowsCause(String cause) {
        return jdbc.sql("select exists (select 1 from emergency_stop where cause = :cause)")
                .param("cause", cause)
                .query(Boolean.class)
                .single();
    }

    void resumed(Resumed resume, Instant at) {
        jdbc.sql("""
                update emergency_stop set resumed_at = :at, resumed_by = :by, resume_reason = :reason
                where epoch <= :epoch and resumed_at is null
                """)
                .param("epoch", resume.epoch())
                .param("at", Timestamp.from(at))
                .param("by", resume.by())
                .param("reason", resume.reason())
                .update();
    }

    void quieted(Quieted quieted) {
        @Nullable Instant last = quieted.lastEffectAt();
        jdbc.sql("""
                insert into quieted (epoch, instance, service, told_at, quiet_at, processes, last_effect_at)
                values (:epoch, :instance, :service, :told, :quiet, :processes, :last) on conflict do nothing
                """)
                .param("epoch", quieted.epoch())
                .param("instance", quieted.instance())
                .param("service", quieted.service())
                .param("told", Timestamp.from(quieted.toldAt()))
                .param("quiet", Timestamp.from(quieted.quietAt()))
                .param("processes", quieted.processes())
                .param("last", last == null ? null : Timestamp.from(last))
                .update();
    }
}
