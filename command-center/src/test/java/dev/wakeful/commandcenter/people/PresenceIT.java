package dev.wakeful.commandcenter.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.CommandCenterTest;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Signs of life are told seldom, by all replicas together, and soon after a return (MODE-6). */
@CommandCenterTest
class PresenceIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-21T10:00:00Z"));

    @Test
    void aPersonIsToldOfEvery15SecondsWhateverReplicaSeesThem() {
        Presence one = new Presence(jdbc, outbox, transactions, clock);
        Presence other = new Presence(jdbc, outbox, transactions, clock);
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            for (int second = 0; second < 31; second++) {
                one.seen(new Person("ann"), "page");
                other.seen(new Person("ann"), "command");
                clock.tick(Duration.ofSeconds(1));
            }
            one.seen(new Person("bob"), "page");

            probe.await(ControlEvent.PersonSeen.class, seen -> seen.by().equals("bob"));
            assertThat(probe.heard(ControlEvent.PersonSeen.class))
                    .filteredOn(seen -> seen.by().equals("ann"))
                    .extracting(seen -> seen.at().getEpochSecond() % 60)
                    .containsExactly(0L, 15L, 30L);
        }
    }
}
