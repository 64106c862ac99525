package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.EventId;
import dev.wakeful.service.effect.EffectFenced;
import dev.wakeful.service.effect.EffectJournal;
import dev.wakeful.service.effect.EpochFence;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** DEV-9, STOP-3: what leaves the system leaves once, and not at all once its epoch is over. */
@SampleServiceTest
class EffectJournalIT {

    @Autowired
    private EffectJournal journal;

    @Autowired
    private EpochFence fence;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private final String key = "push:" + EventId.make(Instant.now());
    private final AtomicInteger acts = new AtomicInteger();

    /** DEV-9 */
    @Test
    void theSameKeyLeavesOnceAndAnswersAlikeForEver() {
        String first = perform(fence.current());
        String second = perform(fence.current());

        assertThat(first).isEqualTo("result 1");
        assertThat(second).isEqualTo("result 1");
        assertThat(acts).hasValue(1);
        assertThat(state()).isEqualTo("DONE");
    }

    /** DEV-9 */
    @Test
    void thePlanIsDurableBeforeTheActBegins() {
        journal.perform(key, "sample", fence.current(), () -> {
            assertThat(state()).isEqualTo("PENDING");
            return "";
        });
    }

    /** DEV-9: the act finds out what is there already, so calling it again after a crash is right. */
    @Test
    void anActThatWasNotRecordedIsCalledAgain() {
        assertThatThrownBy(() -> journal.perform(key, "sample", fence.current(), () -> {
                    acts.incrementAndGet();
                    throw new IllegalStateException("the process dies before the record");
                }))
                .hasMessageContaining("dies");
        assertThat(state()).isEqualTo("PENDING");

        assertThat(perform(fence.current())).isEqualTo("result 2");
        assertThat(state()).isEqualTo("DONE");
    }

    /** STOP-3 */
    @Test
    void anEffectOfAnEarlierEpochIsRefusedBeforeItActs() {
        long began = fence.current();
        fence.raiseTo(began + 1);

        assertThatThrownBy(() -> perform(began))
                .isInstanceOf(EffectFenced.class)
                .hasMessageContaining(key);

        assertThat(acts).hasValue(0);
        assertThat(state()).isEqualTo("FENCED");
    }

    /** STOP-3, DEV-9 */
    @Test
    void aFencedEffectMayBePlannedAgainInANewerEpoch() {
        long began = fence.current();
        fence.raiseTo(began + 1);
        assertThatThrownBy(() -> perform(began)).isInstanceOf(EffectFenced.class);

        assertThat(perform(began + 1)).isEqualTo("result 1");
        assertThat(state()).isEqualTo("DONE");
    }

    /** STOP-3: what is done is done. */
    @Test
    void theResultOfADoneEffectIsToldInAnyEpoch() {
        long began = fence.current();
        perform(began);
        fence.raiseTo(began + 1);

        assertThat(perform(began)).isEqualTo("result 1");
        assertThat(state()).isEqualTo("DONE");
    }

    /** STOP-3: repeated and late words are harmless. */
    @Test
    void theEpochIsNeverLowered() {
        long now = fence.current();
        fence.raiseTo(now + 5);
        fence.raiseTo(now + 2);
        fence.raiseTo(now + 5);

        assertThat(fence.current()).isEqualTo(now + 5);
    }

    /** DEV-9 */
    @Test
    void anEffectInsideATransactionIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.execute(status -> perform(fence.current())))
                .withMessageContaining("outside any transaction");
        assertThat(acts).hasValue(0);
    }

    private String perform(long epoch) {
        return journal.perform(key, "sample", epoch, () -> "result " + acts.incrementAndGet());
    }

    private String state() {
        return jdbc.sql("select state from effect where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
