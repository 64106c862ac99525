package dev.wakeful.autodev.review;

import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reviewers said, each once for a revision. */
@Repository
class Words {

    private final JdbcClient jdbc;

    Words(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(SwarmId swarm, Revision head) {
        return jdbc.sql("select word from review where swarm = :swarm and revision = :revision")
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .query(String.class)
                .optional();
    }

    void keep(SwarmId swarm, Revision head, String word) {
        jdbc.sql("insert into review (swarm, revision, word) values (:swarm, :revision, :word)")
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("word", word)
                .update();
    }
}
