package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says once in the life of an installation which mode it begins in (MODE-1). */
@Component
class FirstStart {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FirstStart(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        transactions.executeWithoutResult(status -> {
            if (isFirst()) {
                outbox.append(new ModeEvent.Changed(
                        ModeEvent.Mode.ACTIVE, "first start of this installation", null, null, null));
            }
        });
    }

    private boolean isFirst() {
        return jdbc.sql("insert into installation (started_at) values (:now) on conflict do nothing")
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
