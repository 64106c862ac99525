package dev.wakeful.commandcenter.people;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the system that a person shows signs of life (MODE-6): each person at most every 15 seconds over all replicas, so a return is
 * noticed within 30 s and costs next to nothing while they are here.
 */
@Component
public class Presence {

    static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int KNOWN = 1_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Presence(JdbcClient jdbc, Outbox outbox, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param how what they did, for example {@code page} or {@code command} */
    public void seen(Person person, String how) {
        Instant now = clock.instant();
        if (toldSince(person, now)) {
            return;
        }
        if (told.size() >= KNOWN) {
            told.clear();
        }
        transactions.executeWithoutResult(transaction -> tell(person, how, now));
        told.put(person.name(), now);
    }

    private boolean toldSince(Person person, Instant now) {
        Instant latest = told.get(person.name());
        return latest != null && latest.plus(PAUSE).isAfter(now);
    }

    private void tell(Person person, String how, Instant now) {
        int due = jdbc.sql("""
                insert into person (name, told_at) values (:name, :now)
                on conflict (name) do update set told_at = excluded.told_at
                    where person.told_at is null or person.told_at <= :before
                """)
                .param("name", person.name())
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(PAUSE)))
                .update();
        if (due > 0) {
            outbox.append(new ControlEvent.PersonSeen(person.name(), now, how));
        }
    }
}
