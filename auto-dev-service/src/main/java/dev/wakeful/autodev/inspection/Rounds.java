package dev.wakeful.autodev.inspection;

import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measured runs of the performance step; one that is here is not made again. */
@Repository
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SwarmId swarm, Revision head, int round, Role side, Duration took) {
        jdbc.sql("""
                insert into pipeline_round (swarm, revision, round, side, micros)
                values (:swarm, :revision, :round, :side, :micros)
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("round", round)
                .param("side", side.name())
                .param("micros", took.toNanos() / 1000)
                .update();
    }

    Optional<Duration> find(SwarmId swarm, Revision head, int round, Role side) {
        return jdbc.sql("""
                select micros from pipeline_round
                where swarm = :swarm and revision = :revision and round = :round and side = :side
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("round", round)
                .param("side", side.name())
                .query((row, index) -> Duration.ofNanos(row.getLong("micros") * 1000))
                .optional();
    }

    /** Head over base of each whole round. */
    List<Double> ratios(SwarmId swarm, Revision head) {
        return jdbc.sql("""
                select h.micros::double precision / greatest(b.micros, 1) as ratio
                from pipeline_round h join pipeline_round b using (swarm, revision, round)
                where swarm = :swarm and revision = :revision and h.side = 'HEAD' and b.side = 'BASE'
                order by round
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .query((row, index) -> row.getDouble("ratio"))
                .list();
    }
}
