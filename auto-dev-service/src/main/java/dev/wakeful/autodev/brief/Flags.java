package dev.wakeful.autodev.brief;

import dev.wakeful.events.SwarmEvent.Suspicion;
import dev.wakeful.events.SwarmId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a swarm met that reads like an order to an agent: kept with the swarm, whoever wins in the end (DEV-5). */
@Repository
public class Flags {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    Flags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not there yet; inside a transaction. */
    public void keep(SwarmId swarm, List<Suspicion> flags) {
        flags.stream()
                .limit(MOST)
                .forEach(flag -> jdbc.sql("""
                        insert into flag (swarm, rule, source, text, why) values (:swarm, :rule, :source, :text, :why)
                        on conflict do nothing
                        """)
                        .param("swarm", swarm.value())
                        .param("rule", flag.rule())
                        .param("source", storable(flag.path()))
                        .param("text", storable(flag.text()))
                        .param("why", flag.why())
                        .update());
    }

    /** PostgreSQL keeps no NUL and no half of a letter. */
    private static String storable(String text) {
        return text.replaceAll("[\\x00\\p{Cs}]", "");
    }

    /** Those of a swarm in the order in which they were met, at most 100. */
    public List<Suspicion> of(SwarmId swarm) {
        return jdbc.sql("select rule, source, text, why from flag where swarm = :swarm order by n limit :most")
                .param("swarm", swarm.value())
                .param("most", MOST)
                .query((row, number) -> new Suspicion(
                        row.getString("rule"), row.getString("source"), 0, row.getString("text"), row.getString("why")))
                .list();
    }
}
