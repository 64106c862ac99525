package dev.wakeful.commandcenter.checkpoints;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Identifier;
import dev.wakeful.service.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks all services for a checkpoint, and collects what they say they wrote (STATE-2). */
@Component
public class CheckpointRequests {

    private static final String BY = "operator";

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckpointRequests(Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks for one and tells its name. */
    @Transactional
    public String ask() {
        Instant now = clock.instant();
        String checkpoint = Identifier.make("checkpoint", now);
        outbox.append(new ControlEvent.CheckpointRequested(checkpoint, now, BY));
        return checkpoint;
    }

    /** Who has written what of it; nothing when nobody asked for such a one, or the asking has not come round yet. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(String checkpoint) {
        List<HealthEvent.Checkpointed> parts = parts(checkpoint);
        boolean asked = !parts.isEmpty()
                || jdbc.sql("""
                        select exists (select 1 from event
                            where type = 'checkpoint.requested.v1' and payload ->> 'checkpoint' = :checkpoint)
                        """)
                        .param("checkpoint", checkpoint)
                        .query(Boolean.class)
                        .single();
        return asked ? Optional.of(progress(checkpoint, parts)) : Optional.empty();
    }

    private Progress progress(String checkpoint, List<HealthEvent.Checkpointed> parts) {
        List<String> missing = jdbc
                .sql("select distinct service from service_instance where not missing order by service")
                .query(String.class)
                .list()
                .stream()
                .filter(service ->
                        parts.stream().noneMatch(part -> part.service().equals(service)))
                .toList();
        return new Progress(checkpoint, !parts.isEmpty() && missing.isEmpty(), parts, missing);
    }

    private List<HealthEvent.Checkpointed> parts(String checkpoint) {
        return jdbc.sql("""
                select payload from event
                where type = 'health.checkpointed.v1' and payload ->> 'checkpoint' = :checkpoint order by n
                """).param("checkpoint", checkpoint).query(String.class).list().stream()
                .map(payload -> (HealthEvent.Checkpointed)
                        EventJson.decode("health.checkpointed.v1", payload.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * How far a checkpoint is.
     *
     * @param complete whether every service that lives has written its part
     * @param missing those that have not
     */
    public record Progress(
            String checkpoint, boolean complete, List<HealthEvent.Checkpointed> parts, List<String> missing) {}
}
