package dev.wakeful.budget.rate;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what running swarms spend, and what such swarms have spent. */
final class SpendingTable {

    private final JdbcClient jdbc;

    SpendingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where it has no money, has ended or is stopped. */
    Optional<Spending> of(SwarmId swarm) {
        return jdbc.sql("""
                select repository, job, quote_micros, spent_micros_of_calls(swarm) as spent, progress_micros,
                    coalesce(started_at, granted_at) as since
                from forecast join reservation on holder = swarm
                where swarm = :swarm and state = 'PENDING' and tripped_at is null
                """)
                .param("swarm", swarm.value())
                .query((row, number) -> new Spending(
                        row.getString("repository"),
                        row.getString("job"),
                        Money.micros(row.getLong("quote_micros")),
                        Money.micros(row.getLong("spent")),
                        Money.micros(row.getLong("progress_micros")),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    /** The last ones that called models, told their end, and were not stopped for their rate themselves. */
    List<PastSwarm> past(Spending like, int most) {
        return jdbc.sql("""
                select calls_micros, ended_at, coalesce(started_at, granted_at) as since
                from forecast join reservation on holder = swarm
                where repository = :repository and job = :job and told and calls_micros > 0 and tripped_at is null
                order by ended_at desc limit :most
                """)
                .param("repository", like.repository())
                .param("job", like.job())
                .param("most", most)
                .query((row, number) -> new PastSwarm(
                        Money.micros(row.getLong("calls_micros")),
                        Duration.between(
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("ended_at").toInstant())))
                .list();
    }

    /** Where the swarm's request came from. */
    Provenance provenance(SwarmId swarm) {
        return jdbc.sql("select lineage, cause from reservation where holder = :swarm")
                .param("swarm", swarm.value())
                .query((row, number) -> new Provenance(
                        new LineageId(row.getString("lineage")),
                        Optional.ofNullable(row.getString("cause"))
                                .map(EventId::new)
                                .orElse(null)))
                .single();
    }
}
