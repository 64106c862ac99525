package dev.wakeful.planner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The heartbeat on the real database: WAKE-1, WAKE-4 */
class CycleIT extends WholePlanner {

    @Autowired
    private Cycle cycle;

    @Autowired
    private PlatformTransactionManager transactions;

    /** WAKE-1: a look with nothing to do leaves nothing behind but its one row; it comes back at the pace of the mode. */
    @Test
    void idleLooksLeaveNothingBehind() {
        pass(Duration.ofSeconds(10));
        await().until(() -> looks() > 0 && outcome().equals("REST"));
        long decisions = decisions();
        long before = looks();

        pass(Duration.ofMinutes(1));
        await().until(() -> looks() > before);
        long after = looks();
        pass(Duration.ofMinutes(1));
        await().until(() -> looks() > after);

        assertThat(decisions()).isEqualTo(decisions);
        assertThat(jdbc.sql("select count(*) from look").query(Integer.class).single())
                .isEqualTo(1);
    }

    /** WAKE-4: a swarm of which nothing is heard for 5 min is escalated, once for each silence. */
    @Test
    void aSilentSwarmIsEscalatedOnce() {
        RepositoryName repository = Samples.repositoryName();
        FindingEvent.Raised finding = Samples.regression(repository);
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        sender.send(finding);
        DispatchEvent.SwarmRequested request = requested(finding);

        clock.tick(Duration.ofMinutes(4));
        sender.send(new SwarmEvent.Progressed(request.swarm(), request.task(), "bisecting", "1 of ~4"));
        await().until(() -> jdbc.sql("select progress_at = :now from task where id = :task")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("task", request.task().value())
                .query(Boolean.class)
                .single());
        clock.tick(Duration.ofMinutes(4));
        look();
        long early = escalations(request);
        clock.tick(Duration.ofMinutes(1));
        look();
        look();
        clock.tick(Duration.ofMinutes(10));
        look();

        assertThat(early).isZero();
        assertThat(escalations(request)).isEqualTo(1);
        assertThat(probe.await(ModeEvent.Decided.class, told -> request.task().equals(told.task()))
                        .decision()
                        .rule())
                .as("whoever is asked can tell why")
                .isEqualTo("WAKE-4");
        assertThat(stateOf(request.task())).isEqualTo("RUNNING");
    }

    /** A change of mode starts another chain; a look of an older one ends there. */
    @Test
    void onlyOneChainOfLooksGoesOn() {
        long old = chain() - 1;

        boolean ends = new TransactionTemplate(transactions)
                .execute(status -> cycle.look(old).isEmpty());

        assertThat(ends).isTrue();
    }

    private void look() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> cycle.look(chain()));
    }

    private long chain() {
        return number("select chain from look");
    }

    private long looks() {
        return number("select looks from look");
    }

    private String outcome() {
        return jdbc.sql("select outcome from look").query(String.class).single();
    }

    private long decisions() {
        return number("select count(*) from decision");
    }

    private long escalations(DispatchEvent.SwarmRequested request) {
        return decisionsOf(request.task()).stream().filter("WAKE-4"::equals).count();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
