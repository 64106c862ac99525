package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.ModeEvent;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The stance of the installation and the life signs of its services; the newest word counts. */
final class InstallationFacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    InstallationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(ModeEvent event, Instant at) {
        if (event instanceof ModeEvent.Changed changed) {
            changed(changed, at);
        }
    }

    void take(ControlEvent event) {
        if (event instanceof ControlEvent.PersonSeen seen) {
            seen(seen);
        }
    }

    void take(HealthEvent event, Instant at) {
        switch (event) {
            case HealthEvent.Beat beat ->
                told(new Word(beat.service(), beat.instance(), false), beat.startedAt(), at, at);
            case HealthEvent.Quieted quieted ->
                told(new Word(quieted.service(), quieted.instance(), false), null, null, at);
            case HealthEvent.Checkpointed written ->
                told(new Word(written.service(), written.instance(), false), null, null, at);
            case HealthEvent.Missing missing ->
                told(new Word(missing.service(), missing.instance(), true), null, missing.lastBeat(), at);
            case HealthEvent.Recovered recovered ->
                told(new Word(recovered.service(), recovered.instance(), false), null, null, at);
        }
    }

    private void changed(ModeEvent.Changed changed, Instant at) {
        jdbc.sql("""
                insert into mode (mode, reason, context, stance, until, since)
                values (:mode, :reason, :context, :stance::jsonb, :until, :at)
                on conflict (only_row) do update set mode = excluded.mode, reason = excluded.reason, context = excluded.context,
                    stance = excluded.stance, until = excluded.until, since = excluded.since
                    where mode.since <= excluded.since
                """)
                .param(
                        "context",
                        changed.context() == null ? null : changed.context().name())
                .param("stance", changed.stance() == null ? null : JSON.writeValueAsString(changed.stance()))
                .param("until", changed.until() == null ? null : Timestamp.from(changed.until()))
                .param("mode", changed.mode().name())
                .param("reason", changed.reason())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void seen(ControlEvent.PersonSeen seen) {
        jdbc.sql("""
                insert into person (name, seen_at, how) values (:name, :at, :how)
                on conflict (name) do update set seen_at = excluded.seen_at, how = excluded.how
                    where person.seen_at is null or person.seen_at <= excluded.seen_at
                """)
                .param("name", seen.by())
                .param("how", seen.how())
                .param("at", Timestamp.from(seen.at()))
                .update();
    }

    private void told(Word word, @Nullable Instant startedAt, @Nullable Instant lastBeat, Instant at) {
        jdbc.sql("""
                insert into service_instance (instance, service, started_at, last_beat, missing, told_at)
                values (:instance, :service, :startedAt, :lastBeat, :missing, :at)
                on conflict (instance) do update set
                    started_at = greatest(service_instance.started_at, excluded.started_at),
                    last_beat = greatest(service_instance.last_beat, excluded.last_beat),
                    missing = case when excluded.told_at >= service_instance.told_at
                        then excluded.missing else service_instance.missing end,
                    told_at = greatest(service_instance.told_at, excluded.told_at)
                """)
                .param("instance", word.instance())
                .param("service", word.service())
                .param("missing", word.missing())
                .param("startedAt", startedAt == null ? null : Timestamp.from(startedAt))
                .param("lastBeat", lastBeat == null ? null : Timestamp.from(lastBeat))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What is said of an instance. */
    private record Word(String service, String instance, boolean missing) {}
}
