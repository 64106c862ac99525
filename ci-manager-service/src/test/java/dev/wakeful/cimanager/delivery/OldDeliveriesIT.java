package dev.wakeful.cimanager.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.service.retention.Compaction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** JOB-7: what a delivery carried goes when it is old, its id never, and nothing of one that waits for its repository. */
@CiManagerTest
class OldDeliveriesIT {

    @Autowired
    private Compaction compaction;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void contentsGoAndIdsStay() {
        delivered("old", "accepted", 31);
        delivered("waiting", "unmatched", 31);
        delivered("young", "accepted", 29);
        jdbc.sql("insert into job_log (build, text, received_at) values (:build, 'log', now() - interval '31 days')")
                .param("build", mark)
                .update();

        compaction.round();

        assertThat(kept()).containsExactly("old 0", "waiting 2", "young 2");
        assertThat(jdbc.sql("select count(*) from job_log where build = :build")
                        .param("build", mark)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void delivered(String id, String verdict, int days) {
        jdbc.sql("""
                insert into delivery (source, id, event, headers, body, verdict, accepted_at, lineage)
                values ('github', :id, 'push', '{"a": "b"}', '{}', :verdict, now() - make_interval(days => :days), 'l')
                """)
                .param("id", id + mark)
                .param("verdict", verdict)
                .param("days", days)
                .update();
    }

    private List<String> kept() {
        return jdbc.sql("""
                select replace(id, :mark, '') || ' ' || length(body) from delivery where id like '%' || :mark order by id
                """).param("mark", mark).query(String.class).list();
    }
}
