package dev.wakeful.service.inbox;

import dev.wakeful.events.EventId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events this service has handled. */
final class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True the first time an id is seen. Undone with the transaction, so a failed handler sees the event again. */
    boolean firstTime(EventId event) {
        return jdbc.sql("insert into inbox (event_id, received_at) values (:id, :now) on conflict do nothing")
                        .param("id", event.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
