package dev.wakeful.service;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.outbox.Outbox;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears that findings are resolved, writes it down and answers with an event; fails as often as it is told to. */
@SpringBootApplication
class SampleService {

    @Component
    static class Hearing implements EventConsumer {

        final AtomicInteger failuresLeft = new AtomicInteger();
        private final JdbcClient jdbc;
        private final Outbox outbox;

        Hearing(JdbcClient jdbc, Outbox outbox) {
            this.jdbc = jdbc;
            this.outbox = outbox;
        }

        @EventHandler
        void on(FindingEvent.Resolved resolved) {
            jdbc.sql("insert into heard (subject) values (:subject)")
                    .param("subject", resolved.finding().value())
                    .update();
            outbox.append(new HealthEvent.Recovered("sample", resolved.finding().value()));
            if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("told to fail");
            }
        }

        List<String> heard() {
            return jdbc.sql("select subject from heard order by n")
                    .query(String.class)
                    .list();
        }
    }
}
