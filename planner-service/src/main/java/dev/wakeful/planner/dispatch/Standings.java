package dev.wakeful.planner.dispatch;

import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.planner.mode.ModePolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how things stand, in one round trip. From then to its commit no other task starts, so the limits hold exactly. */
@Component
class Standings {

    private final JdbcClient jdbc;
    private final ModePolicy modes;
    private final LimitProperties limits;

    Standings(JdbcClient jdbc, ModePolicy modes, LimitProperties limits) {
        this.jdbc = jdbc;
        this.modes = modes;
        this.limits = limits;
    }

    Standing of(Wish wish, Instant now) {
        Standing standing = read(wish, now);
        return standing.mode() == Mode.CRISIS && limits.isAnythingNotCritical()
                ? standing.withCriticalRed(isCriticalRed())
                : standing;
    }

    /** Needs a second round trip, where some kind of failure is not critical. */
    private boolean isCriticalRed() {
        return jdbc.sql("""
                select exists (select 1 from task
                    join repository on repository.name = task.repository and repository.branch = task.branch
                    where task.taken_for = 'REGRESSION' and task.state <> 'CLOSED'
                        and task.raised -> 'failure' ->> 'kind' = any(:critical))
                """)
                .param("critical", limits.critical().stream().map(Enum::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private Standing read(Wish wish, Instant now) {
        return jdbc.sql("""
                select mode, context, until, running, offered_at, percent, alert_until
                from standing(:repository, :area, :now)
                """)
                .param("repository", wish.repository().value())
                .param("area", wish.area())
                .param("now", Timestamp.from(now))
                .query((row, n) -> read(row))
                .single();
    }

    private Standing read(ResultSet row) throws SQLException {
        Mode mode = Mode.valueOf(row.getString("mode"));
        return new Standing(
                mode,
                Context.valueOf(row.getString("context")),
                modes.stance(mode),
                instant(row, "until"),
                row.getLong("running"),
                instant(row, "offered_at"),
                false,
                new Standing.Alert(row.getInt("percent"), instant(row, "alert_until")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
