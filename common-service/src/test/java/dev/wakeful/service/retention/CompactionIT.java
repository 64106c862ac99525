package dev.wakeful.service.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.service.SampleServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** JOB-7: what is old goes, in bounded batches; what is younger, or not over yet, stays. */
@SampleServiceTest
class CompactionIT {

    @Autowired
    private Compaction compaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String mark = UUID.randomUUID() + "-";

    @Test
    void oldEventsThatWereHandledGoAndYoungerOnesStay() {
        received(2 * Compaction.BATCH + 1, "31 days");
        received(3, "29 days");

        compaction.round();
        compaction.round();

        assertThat(count("inbox where event_id like :mark")).isEqualTo(3);
    }

    /** What is to be done, or was refused and may be asked for again, is never forgotten; what left is known for a year. */
    @Test
    void onlyEffectsThatAreLongDoneGo() {
        effect("DONE", "367 days");
        effect("DONE", "365 days");
        effect("PENDING", "3000 days");
        effect("FENCED", "3000 days");

        compaction.round();

        assertThat(jdbc.sql("select state from effect where key like :mark order by state, planned_at")
                        .param("mark", mark + "%")
                        .query(String.class)
                        .list())
                .containsExactly("DONE", "FENCED", "PENDING");
    }

    /** A flood is removed over many rounds, never in one long transaction. */
    @Test
    void aRoundIsBounded() {
        int most = Compaction.BATCH * Compaction.MOST_BATCHES;
        OldRows endless = OldRows.asEvents("numbers", """
                with asked as (select cast(:before as timestamptz) as before)
                update rounds set n = n + :most from asked where before < now()
                """);
        jdbc.sql("drop table if exists rounds").update();
        jdbc.sql("create table rounds (n bigint not null)").update();
        jdbc.sql("insert into rounds select 0 from generate_series(1, :rows)")
                .param("rows", Compaction.BATCH)
                .update();

        round(endless);

        assertThat(jdbc.sql("select max(n) from rounds").query(Integer.class).single())
                .isEqualTo(most);
        jdbc.sql("drop table rounds").update();
    }

    /** One table that cannot be compacted does not keep the others from it. */
    @Test
    void aFailureIsLeftForTheNextRound() {
        received(2, "31 days");

        round(
                OldRows.asEvents("no such table", "delete from no_such_table where at < :before limit :most"),
                new RetentionConfiguration().oldInbox());

        assertThat(count("inbox where event_id like :mark")).isZero();
    }

    @Test
    void aRetentionThatForgetsTooSoonStopsTheStart() {
        assertThatThrownBy(() -> properties("7d")).hasMessageContaining("wakeful.retention.events must be");
        assertThatThrownBy(
                        () -> new RetentionProperties(Duration.ofMinutes(30), Duration.ofDays(30), Duration.ofDays(29)))
                .hasMessageContaining("wakeful.retention.effects must be");
    }

    private static RetentionProperties properties(String days) {
        return new RetentionProperties(
                Duration.ofMinutes(30), Duration.ofDays(Long.parseLong(days.replace("d", ""))), Duration.ofDays(366));
    }

    private void round(OldRows... rows) {
        new Compaction(List.of(rows), properties("30d"), jdbc, new TransactionTemplate(transactions), Clock.systemUTC())
                .round();
    }

    private void received(int rows, String ago) {
        jdbc.sql("""
                insert into inbox (event_id, received_at)
                select :mark || :ago || n, now() - cast(:ago as interval) from generate_series(1, :rows) n
                """).param("mark", mark).param("ago", ago).param("rows", rows).update();
    }

    private void effect(String state, String ago) {
        jdbc.sql("""
                insert into effect (key, description, epoch, state, result, planned_at, finished_at)
                values (:key, 'test', 1, :state, 'r', now() - cast(:ago as interval),
                    case when :state = 'PENDING' then null else now() - cast(:ago as interval) end)
                """)
                .param("key", mark + state + ago)
                .param("state", state)
                .param("ago", ago)
                .update();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from)
                .param("mark", mark + "%")
                .query(Long.class)
                .single();
    }
}
