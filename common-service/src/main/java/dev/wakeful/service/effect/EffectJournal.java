package dev.wakeful.service.effect;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everything that leaves the system is written here before it leaves (DEV-9). The same key leaves once; an effect begun in an older epoch
 * is refused at the last step before the wire, and may be planned again in a newer one. Must be called outside a transaction: the plan is
 * durable before the act begins. One caller at a time per key: a durable job or a lease sees to that.
 *
 * <p>After a crash between the act and its record the act is called again, so an act must find out what is there already; with that, no
 * effect is lost or doubled.
 */
public final class EffectJournal {

    private final JdbcClient jdbc;
    private final EpochFence fence;
    private final ActsUnderWay underWay;
    private final Clock clock;

    public EffectJournal(JdbcClient jdbc, EpochFence fence, ActsUnderWay underWay, Clock clock) {
        this.jdbc = jdbc;
        this.fence = fence;
        this.underWay = underWay;
        this.clock = clock;
    }

    /**
     * @param key idempotency key, for example {@code pull-request:task-…}
     * @param epoch the epoch in which the work began
     * @return the act's result, from now or from the first time
     * @throws EffectFenced when the epoch was raised since the work began, or the system is stopped; an act under way is interrupted then
     * @throws StopUnknown when it cannot be told yet whether the system was stopped while this instance was away; to be tried again
     * @throws IllegalStateException inside a transaction, which could be rolled back after the act
     */
    public String perform(String key, String description, long epoch, Supplier<String> act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An effect is performed outside any transaction: " + key);
        }
        plan(key, description, epoch);
        return done(key).orElseGet(() -> {
            refuseIfFenced(key, epoch);
            String result = act(key, epoch, act);
            finish(key, "DONE", result);
            return result;
        });
    }

    private String act(String key, long epoch, Supplier<String> act) {
        try {
            return underWay.act(key, epoch, act);
        } catch (EffectFenced e) {
            finish(key, "FENCED", String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void plan(String key, String description, long epoch) {
        jdbc.sql("""
                insert into effect (key, description, epoch, state, planned_at)
                values (:key, :description, :epoch, 'PENDING', :now)
                on conflict (key) do update
                    set epoch = excluded.epoch, state = 'PENDING', result = null, finished_at = null
                    where effect.state = 'FENCED' and effect.epoch < excluded.epoch
                """)
                .param("key", key)
                .param("description", description)
                .param("epoch", epoch)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<String> done(String key) {
        return jdbc.sql("select result from effect where key = :key and state = 'DONE'")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private void refuseIfFenced(String key, long epoch) {
        long current = fence.current();
        if (epoch < current) {
            finish(key, "FENCED", "epoch " + epoch + " is over, now is " + current);
            throw new EffectFenced(key, epoch, current);
        }
    }

    private void finish(String key, String state, String result) {
        jdbc.sql("""
                update effect set state = :state, result = :result, finished_at = :now
                where key = :key and state <> 'DONE'
                """)
                .param("key", key)
                .param("state", state)
                .param("result", result)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
