package dev.wakeful.autodev.agent.run;

import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of agents that have not ended, so that a crash or a pause does not lose what they have done. */
@Repository
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run that was broken off.
     *
     * @param session absent where the agent has named none
     * @param parkedUntil absent where it does not wait
     */
    record Unfinished(@Nullable String session, @Nullable Instant parkedUntil) {}

    Optional<Unfinished> find(SwarmId swarm, String agent) {
        return jdbc.sql("select session, parked_until from agent_session where swarm = :swarm and agent = :agent")
                .param("swarm", swarm.value())
                .param("agent", agent)
                .query((row, n) -> {
                    Timestamp parked = row.getTimestamp("parked_until");
                    return new Unfinished(row.getString("session"), parked == null ? null : parked.toInstant());
                })
                .optional();
    }

    void keep(SwarmId swarm, String agent, String session, Instant now) {
        jdbc.sql("""
                insert into agent_session (swarm, agent, session, known_at) values (:swarm, :agent, :session, :now)
                on conflict (swarm, agent) do update set session = excluded.session
                """)
                .param("swarm", swarm.value())
                .param("agent", agent)
                .param("session", session)
                .param("now", Timestamp.from(now))
                .update();
    }

    void park(SwarmId swarm, String agent, Instant until, Instant now) {
        jdbc.sql("""
                insert into agent_session (swarm, agent, parked_until, known_at) values (:swarm, :agent, :until, :now)
                on conflict (swarm, agent) do update set parked_until = excluded.parked_until
                """)
                .param("swarm", swarm.value())
                .param("agent", agent)
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(SwarmId swarm, String agent) {
        jdbc.sql("delete from agent_session where swarm = :swarm and agent = :agent")
                .param("swarm", swarm.value())
                .param("agent", agent)
                .update();
    }
}
