package dev.wakeful.cimanager.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** LIM-1: counted in the database, so over all instances and over restarts. */
@CiManagerTest
class AllowancesIT {

    private static final RepositoryName SHOP = new RepositoryName("acme/shop");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from allowance").update();
    }

    /** Two instances at the same time, each asked for the same tasks: ten leave, and each is counted once. */
    @Test
    void noMoreThanTheHourAllowsLeaveFromTwoInstances() {
        List<Allowances> instances = List.of(instance(), instance());
        List<TaskId> tasks =
                Stream.generate(() -> TaskId.make(Instant.now())).limit(25).toList();
        AtomicInteger allowed = new AtomicInteger();

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            tasks.forEach(task -> instances.forEach(instance -> threads.execute(() -> {
                try {
                    instance.claim(task, SHOP, 1, () -> 0);
                    allowed.incrementAndGet();
                } catch (NoRoom full) {
                    // as it should be for most
                }
            })));
        }

        assertThat(count()).isEqualTo(10);
        assertThat(allowed).hasValue(20);
    }

    /** STATE-1: a try that is repeated after a crash is the same pull request. */
    @Test
    void aTaskThatIsTriedAgainAfterARestartCountsOnce() {
        TaskId task = TaskId.make(Instant.now());

        instance().claim(task, SHOP, 1, () -> 0);
        instance().claim(task, SHOP, 1, () -> 100);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void commitsOfTheLastDayCount() {
        jdbc.sql("""
                insert into allowance (task, repository, commits, granted_at)
                select 'earlier-' || n, 'acme/shop', 1, now() - interval '2 hours' - n * interval '1 minute'
                from generate_series(1, 50) n
                """).update();

        assertThatThrownBy(() -> instance().claim(TaskId.make(Instant.now()), SHOP, 1, () -> 0))
                .isInstanceOf(NoRoom.class)
                .hasMessageContaining("50 commits a day");
    }

    @Test
    void noMoreWaitForPeopleThanMay() {
        Allowances allowances = instance();

        allowances.claim(TaskId.make(Instant.now()), SHOP, 1, () -> 9);
        assertThatThrownBy(() -> allowances.claim(TaskId.make(Instant.now()), SHOP, 1, () -> 10))
                .isInstanceOf(NoRoom.class)
                .hasMessageContaining("acme/shop", "merge or close some");
        assertThat(count()).isEqualTo(1);
    }

    private Allowances instance() {
        return new Allowances(jdbc, transactions, new LimitProperties(10, 50, 10), Clock.systemUTC());
    }

    private int count() {
        return jdbc.sql("select count(*) from allowance").query(Integer.class).single();
    }
}
