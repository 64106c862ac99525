package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.FaultProxy;
import dev.wakeful.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** STATE-1: a database that is away is waited for. */
class DatabaseOutageIT {

    /** Longer than all retries of a handler that fails for a reason of its own. */
    private static final Duration LONGER_THAN_ALL_RETRIES = Duration.ofSeconds(10);

    /** STATE-1, STATE-4: no event is given up because of it, however long it takes. */
    @Test
    void eventsWaitForADatabaseThatIsAwayAndAreHandledInOrderWhenItIsBack() {
        try (FaultProxy database = new FaultProxy(TestPostgres.port());
                DeadLetterProbe letters = new DeadLetterProbe(Stream.FINDING);
                EventSender sender = new EventSender();
                RunningService service = behind(database)) {
            FindingEvent.Resolved before = Samples.resolved();
            FindingEvent.Resolved first = Samples.resolved();
            FindingEvent.Resolved second = Samples.resolved();
            sender.send(before);
            awaitHeard(service, before);
            database.cut();
            sender.send(first);
            sender.send(second);
            Awaitility.await()
                    .pollDelay(LONGER_THAN_ALL_RETRIES)
                    .atMost(LONGER_THAN_ALL_RETRIES.multipliedBy(2))
                    .until(() -> true);
            assertThat(letters.keys()).doesNotContain(first.key(), second.key());

            database.restore();

            awaitHeard(service, second);
            assertThat(service.hearing().heard())
                    .filteredOn(List.of(before.key(), first.key(), second.key())::contains)
                    .containsExactly(before.key(), first.key(), second.key());
            assertThat(letters.keys()).doesNotContain(first.key(), second.key());
        }
    }

    private static RunningService behind(FaultProxy database) {
        return RunningService.with(Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema().replace(":" + TestPostgres.port() + "/", ":" + database.port() + "/"),
                "spring.datasource.hikari.connection-timeout",
                "250",
                "spring.kafka.consumer.auto-offset-reset",
                "earliest"));
    }

    private static void awaitHeard(RunningService service, FindingEvent event) {
        Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.hearing().heard().contains(event.key()));
    }
}
