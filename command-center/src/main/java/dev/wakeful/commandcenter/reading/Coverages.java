package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.State.Covered;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the system itself last measured of each repository's coverage. */
@Component
class Coverages {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the newest runs only, so that it stays quick; a repository without a report is not among them. */
    List<Covered> newest() {
        return jdbc.sql("""
                select distinct on (repository) repository, seen ->> 'revision' as revision, lower(seen ->> 'role') as role,
                    (seen #>> '{coverage,covered}')::bigint as covered, (seen #>> '{coverage,lines}')::bigint as lines,
                    (seen ->> 'at')::timestamptz as at
                from (select payload ->> 'repository' as repository, payload -> 'evidence' as evidence
                        from event where type in ('swarm.completed.v1', 'swarm.failed.v1') order by n desc limit :most) ended,
                    jsonb_array_elements(evidence) seen
                where jsonb_exists(seen, 'coverage')
                order by repository, at desc
                """)
                .param("most", MOST)
                .query((row, number) -> Covered.of(
                        new Columns(row).text("repository"),
                        new Columns(row).text("revision"),
                        new Columns(row).text("role"),
                        new Covered.Lines(row.getLong("covered"), row.getLong("lines")),
                        new Columns(row).instant("at")))
                .list();
    }
}
