package dev.wakeful.autodev.review;

import dev.wakeful.autodev.review.Opinion.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of asking reviewers: of each of them once for a revision. */
@Repository
class Opinions {

    private final JdbcClient jdbc;

    Opinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Opinion> of(SwarmId swarm, Revision head, String reviewer) {
        return jdbc.sql("""
                select verdict, why, word from review
                where swarm = :swarm and revision = :revision and reviewer = :reviewer
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("reviewer", reviewer)
                .query((row, number) -> new Opinion(
                        reviewer,
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("why"),
                        row.getString("word")))
                .optional();
    }

    /** Must be called inside a transaction. */
    void keep(SwarmId swarm, Revision head, Opinion opinion) {
        jdbc.sql("""
                insert into review (swarm, revision, reviewer, verdict, why, word)
                values (:swarm, :revision, :reviewer, :verdict, :why, :word)
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("reviewer", opinion.reviewer())
                .param("verdict", opinion.verdict().name())
                .param("why", opinion.why())
                .param("word", opinion.said())
                .update();
    }
}
