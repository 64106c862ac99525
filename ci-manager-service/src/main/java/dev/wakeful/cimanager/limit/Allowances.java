package dev.wakeful.cimanager.limit;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets pull requests leave as the limits allow, counted in the database: over all instances, over restarts, each task once however often it
 * is tried (LIM-1). An allowance is durable before anything leaves, so what a crash cuts counts.
 */
@Component
public class Allowances {

    private static final Duration UNTIL_REVIEWED = Duration.ofMinutes(5);
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LimitProperties limits;
    private final Clock clock;

    Allowances(JdbcClient jdbc, PlatformTransactionManager transactions, LimitProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Allows the task's change to leave, or has allowed it before. One at a time over all instances.
     *
     * @param open tells how many pull requests of this system wait in the repository
     * @throws NoRoom when a limit is reached; nothing is counted
     */
    public void claim(TaskId task, RepositoryName repository, int commits, IntSupplier open) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('allowance'))")
                    .query((row, n) -> n)
                    .list();
            if (!isGranted(task)) {
                grant(task, repository, commits, open);
            }
        });
    }

    private boolean isGranted(TaskId task) {
        return jdbc.sql("select true from allowance where task = :task")
                .param("task", task.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private void grant(TaskId task, RepositoryName repository, int commits, IntSupplier open) {
        Instant now = clock.instant();
        new Windows(granted(now), now).against(commits, limits).ifPresent(noRoom -> {
            throw noRoom;
        });
        int waiting = open.getAsInt() + onTheirWay(repository);
        if (waiting >= limits.waitingPullRequests()) {
            throw new NoRoom(
                    waiting + " pull requests wait for people in " + repository + ", at most "
                            + limits.waitingPullRequests() + " may (LIM-1): merge or close some",
                    now.plus(UNTIL_REVIEWED));
        }
        jdbc.sql(
                        "insert into allowance (task, repository, commits, granted_at) values (:task, :repository, :commits, :now)")
                .param("task", task.value())
                .param("repository", repository.value())
                .param("commits", commits)
                .param("now", Timestamp.from(now))
                .update();
    }

    private List<Granted> granted(Instant now) {
        return jdbc.sql("select commits, granted_at from allowance where granted_at > :from order by granted_at desc")
                .param("from", Timestamp.from(now.minus(Windows.DAY)))
                .query((row, n) -> new Granted(
                        row.getInt("commits"), row.getTimestamp("granted_at").toInstant()))
                .list();
    }

    /** Allowed, and not known to be open yet; one that just opened may count twice for a moment, which is the safe side. */
    private int onTheirWay(RepositoryName repository) {
        return jdbc.sql("""
                select count(*) from allowance
                where repository = :repository
                    and exists (select 1 from proposal where proposal.task = allowance.task and proposal.state = 'PENDING')
                """)
                .param("repository", repository.value())
                .query(Integer.class)
                .single();
    }

    /** Nothing left after all. */
    public void giveBack(TaskId task) {
        jdbc.sql("delete from allowance where task = :task")
                .param("task", task.value())
                .update();
    }
}
