package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.ModeInForce.Asked;
import dev.wakeful.commandcenter.reading.TaskDetail.DecisionMade;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.ModeEvent;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Which mode is in force, since when and why. */
@Component
public class Modes {

    private static final int DECISIONS = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Modes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public ModeInForce now() {
        @Nullable Asked asked = asked().orElse(null);
        @Nullable Instant seenAt = seenAt().orElse(null);
        return jdbc.sql("select mode, context, stance, until, since, reason from mode")
                .query((row, number) -> mode(row, asked, seenAt))
                .optional()
                .orElse(new ModeInForce(null, null, null, null, null, null, asked, seenAt));
    }

    /** Why the installation as a whole does what it does, the newest decision first (WAKE-3). */
    public List<DecisionMade> decisions() {
        return new Reasons(jdbc).decisionsOfInstallation(DECISIONS);
    }

    private ModeInForce mode(ResultSet row, @Nullable Asked asked, @Nullable Instant seenAt) throws SQLException {
        Columns columns = new Columns(row);
        String mode = columns.text("mode");
        @Nullable String stance = columns.optionalText("stance");
        return new ModeInForce(
                mode,
                columns.optionalText("context"),
                stance == null ? null : JSON.readValue(stance, ModeEvent.Stance.class),
                columns.optionalInstant("until"),
                began(mode).orElse(columns.instant("since")),
                columns.text("reason"),
                asked,
                seenAt);
    }

    /** A mode is told again when its context changes; it began after the newest other one. */
    private Optional<Instant> began(String mode) {
        return jdbc.sql("""
                select min(occurred_at) as began from event
                where subject = 'installation' and type = 'mode.changed.v1' and occurred_at > coalesce((
                    select max(occurred_at) from event
                    where subject = 'installation' and type = 'mode.changed.v1' and payload ->> 'mode' <> :mode), '-infinity')
                """)
                .param("mode", mode)
                .query((row, number) -> Optional.ofNullable(new Columns(row).optionalInstant("began")))
                .single();
    }

    private Optional<Asked> asked() {
        return jdbc.sql("""
                select payload, occurred_at from event where subject = 'installation' and type = 'mode.requested.v1'
                order by occurred_at desc, id desc limit 1
                """)
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    byte[] payload = columns.text("payload").getBytes(StandardCharsets.UTF_8);
                    var request = (ControlEvent.ModeRequested) EventJson.decode("mode.requested.v1", payload);
                    return new Asked(
                            request.mode().name(),
                            request.until(),
                            request.by(),
                            request.reason(),
                            columns.instant("occurred_at"));
                })
                .optional();
    }

    private Optional<Instant> seenAt() {
        return jdbc.sql("select max(seen_at) as seen_at from person")
                .query((row, number) -> Optional.ofNullable(new Columns(row).optionalInstant("seen_at")))
                .single();
    }
}
