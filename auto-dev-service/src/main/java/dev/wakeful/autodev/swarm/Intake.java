package dev.wakeful.autodev.swarm;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.trace.Tracing;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Brings request and money together, in whichever order and however often they come. Each answers whether the swarm became ready by it,
 * which happens once. Must be called inside a transaction.
 */
@Repository
public class Intake {

    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final SafeMode safeMode;
    private final Clock clock;

    public Intake(JdbcClient jdbc, Tracing tracing, SafeMode safeMode, Clock clock) {
        this.jdbc = jdbc;
        this.tracing = tracing;
        this.safeMode = safeMode;
        this.clock = clock;
    }

    public boolean requested(SwarmRequested request) {
        int waiting = jdbc.sql("""
                insert into swarm (id, state, request) values (:id, 'WAITING', cast(:request as jsonb))
                on conflict (id) do update set request = excluded.request where swarm.request is null
                """)
                .param("id", request.swarm().value())
                .param("request", new String(EventJson.encode(request), StandardCharsets.UTF_8))
                .update();
        return waiting == 1 && makeReady(request.swarm());
    }

    public boolean reserved(SwarmId swarm, ReservationId reservation) {
        int waiting = jdbc.sql("""
                insert into swarm (id, state, reservation) values (:id, 'WAITING', :reservation)
                on conflict (id) do update set reservation = excluded.reservation where swarm.reservation is null
                """)
                .param("id", swarm.value())
                .param("reservation", reservation.value())
                .update();
        return waiting == 1 && makeReady(swarm);
    }

    /** There is no money for it: it never starts. */
    public void denied(SwarmId swarm) {
        jdbc.sql("""
                insert into swarm (id, state) values (:id, 'DENIED')
                on conflict (id) do update set state = excluded.state where swarm.state = 'WAITING'
                """).param("id", swarm.value()).update();
    }

    /**
     * It is to end; told before it is asked for, it never begins. One that has ended, or never starts, stays as it is, and the first reason
     * counts.
     */
    public void stopRequested(SwarmId swarm, String reason) {
        jdbc.sql("""
                insert into swarm (id, state, stop_reason) values (:id, 'WAITING', :reason)
                on conflict (id) do update set stop_reason = excluded.stop_reason
                    where swarm.stop_reason is null and swarm.ended_at is null and swarm.state <> 'DENIED'
                """).param("id", swarm.value()).param("reason", reason).update();
    }

    private boolean makeReady(SwarmId swarm) {
        Instant now = clock.instant();
        Provenance provenance = Provenance.current(now);
        return jdbc.sql("""
                update swarm
                set state = 'REPRODUCE', step = '{"step": "REPRODUCE"}', ready_at = :now,
                    epoch = :epoch, lineage = :lineage, cause = :cause, traceparent = :traceparent
                where id = :id and state = 'WAITING' and request is not null and reservation is not null
                """)
                        .param("id", swarm.value())
                        .param("now", Timestamp.from(now))
                        .param("epoch", safeMode.epoch())
                        .param("lineage", provenance.lineage().value())
                        .param(
                                "cause",
                                Optional.ofNullable(provenance.cause())
                                        .map(EventId::value)
                                        .orElse(null))
                        .param("traceparent", tracing.traceparent())
                        .update()
                == 1;
    }
}
