package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Suspicion;
import dev.wakeful.events.SwarmId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each candidate may weaken the checks it is proven with (VER-3). */
@Repository
class Suspicions {

    private final JdbcClient jdbc;

    Suspicions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looked for again, they are the same; so they are written anew. */
    void keep(Claim claim, Revision head, List<Suspicion> found) {
        claim.commit(() -> {
            jdbc.sql("delete from suspicion where swarm = :swarm and revision = :revision")
                    .param("swarm", claim.id().value())
                    .param("revision", head.value())
                    .update();
            for (int i = 0; i < found.size(); i++) {
                add(claim.id(), head, i + 1, found.get(i));
            }
        });
    }

    private void add(SwarmId swarm, Revision head, int n, Suspicion suspicion) {
        jdbc.sql("""
                insert into suspicion (swarm, revision, n, rule, path, line, text, why)
                values (:swarm, :revision, :n, :rule, :path, :line, :text, :why)
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .param("n", n)
                .param("rule", suspicion.rule())
                .param("path", suspicion.path())
                .param("line", suspicion.line())
                .param("text", suspicion.text())
                .param("why", suspicion.why())
                .update();
    }

    List<Suspicion> of(SwarmId swarm, Revision head) {
        return jdbc.sql("""
                select rule, path, line, text, why from suspicion
                where swarm = :swarm and revision = :revision order by n
                """)
                .param("swarm", swarm.value())
                .param("revision", head.value())
                .query((row, index) -> new Suspicion(
                        row.getString("rule"),
                        row.getString("path"),
                        row.getInt("line"),
                        row.getString("text"),
                        row.getString("why")))
                .list();
    }
}
