package dev.wakeful.budget.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-9: minutes of CI that the system causes are booked exactly once; each test has a day of its own. */
@WholeService
class CiMinutesIT {

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerAudit audit;

    private final RepositoryName repository = new RepositoryName("acme/" + UUID.randomUUID());
    private final TaskId task = TaskId.make(Instant.now());
    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
        // what other tests have sent is heard here too, and belongs to no day of these
        heard("last-before");
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        sender.close();
        probe.close();
        clock.setTo(Samples.NOON);
        jdbc.sql("drop trigger if exists ci_fails on outbox").update();
        jdbc.sql("delete from cap").update();
        assertThat(audit.discrepancies()).isEmpty();
    }

    /** Told twice under one id, twice under others (two webhooks for one job), in another order, and broken off in the middle. */
    @Test
    void aJobIsBookedOnceHoweverOftenItIsTold() {
        clock.setTo(Instant.parse("2028-03-01T12:00:00Z"));
        failTheNextTwo();
        BuildEvent.Caused first = caused("1", Duration.ofSeconds(198));
        BuildEvent.Caused second = caused("2", Duration.ofMinutes(1));

        Envelope told = sender.send(second);
        sender.send(first);
        sender.send(second, told);
        sender.send(second);
        sender.send(first);
        sender.send(caused("skipped", Duration.ZERO));
        handled();

        assertThat(booked()).hasSize(2);
        assertThat(booked())
                .filteredOn(each -> each.build().equals(first.build()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.minutes()).isEqualTo(4);
                    assertThat(each.cost()).isEqualTo(Money.micros(32_000));
                    assertThat(each.measured()).isTrue();
                    assertThat(each.covered()).isTrue();
                    assertThat(each.task()).isEqualTo(task);
                    assertThat(each.scopes())
                            .containsExactly(
                                    "organisation:2028-03",
                                    "week:2028-W09",
                                    "day:2028-03-01",
                                    "day-automatic:2028-03-01",
                                    "repository:" + repository + ":2028-03-01",
                                    "hour:2028-03-01T12");
                });
        assertThat(account("repository:" + repository + ":2028-03-01", "spent")).isEqualTo(48_000);
        assertThat(account("repository:" + repository + ":2028-03-01", "overrun"))
                .isZero();
    }

    /** BUD-6 */
    @Test
    void aJobThatDoesNotTellItsTimeCountsAsTheLongest() {
        clock.setTo(Instant.parse("2028-03-02T12:00:00Z"));

        sender.send(caused("3", null));
        handled();

        assertThat(booked()).singleElement().satisfies(each -> {
            assertThat(each.minutes()).isEqualTo(360);
            assertThat(each.measured()).isFalse();
            assertThat(each.cost()).isEqualTo(Money.micros(2_880_000));
        });
    }

    /** BUD-3: what was spent cannot be refused; it is said, and nothing more is granted. */
    @Test
    void whatNoCapHasRoomForIsAnOverrunAndStopsWhatWouldFollow() {
        clock.setTo(Instant.parse("2028-03-03T12:00:00Z"));
        jdbc.sql("insert into cap (name, micros) values ('hour', 40000)").update();

        sender.send(caused("4", Duration.ofMinutes(4)));
        sender.send(caused("5", Duration.ofMinutes(4)));
        handled();
        SwarmId swarm = SwarmId.make(Instant.now());
        sender.send(Samples.requested(swarm, Money.micros(1)));
        BudgetEvent.Denied denied =
                probe.await(BudgetEvent.Denied.class, event -> event.swarm().equals(swarm));

        assertThat(booked()).extracting(BudgetEvent.CiBooked::covered).containsExactlyInAnyOrder(true, false);
        assertThat(account("hour:2028-03-03T12", "spent")).isEqualTo(32_000);
        assertThat(account("hour:2028-03-03T12", "overrun")).isEqualTo(40_000);
        assertThat(denied.scope()).isEqualTo("hour:2028-03-03T12");
        assertThat(probe.heard(BudgetEvent.Alerted.class))
                .filteredOn(alert -> alert.scope().equals("hour:2028-03-03T12"))
                .extracting(BudgetEvent.Alerted::percent)
                .contains(75, 100);
    }

    private BuildEvent.Caused caused(String job, @Nullable Duration took) {
        return new BuildEvent.Caused(
                new BuildId("github:job:" + repository + job + ":1"),
                repository,
                task,
                "ci / test",
                1,
                "wakeful/" + task,
                "success",
                took,
                clock.instant());
    }

    private List<BudgetEvent.CiBooked> booked() {
        return probe.heard(BudgetEvent.CiBooked.class).stream()
                .filter(each -> each.repository().equals(repository))
                .filter(each -> !each.build().value().contains("last"))
                .toList();
    }

    /** It costs a minute itself. */
    private void handled() {
        heard("last");
    }

    /** In order for each repository: whoever has booked this has heard all before it. */
    private void heard(String job) {
        BuildEvent.Caused last = caused(job, Duration.ofNanos(1));
        sender.send(last);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from reservation where holder = :holder")
                                .param("holder", "expense:ci:" + last.build())
                                .query(Integer.class)
                                .single()
                        == 1);
        probe.await(BudgetEvent.CiBooked.class, each -> each.build().equals(last.build()));
    }

    private long account(String scope, String column) {
        return jdbc.sql("select " + column + "_micros from account where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }

    private void failTheNextTwo() {
        jdbc.sql("""
                create sequence if not exists ci_failure;
                create or replace function ci_fail_at_first() returns trigger language plpgsql as $$
                begin
                    if new.topic = 'wakeful.budget' and nextval('ci_failure') <= 2 then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end $$;
                alter sequence ci_failure restart;
                create or replace trigger ci_fails before insert on outbox
                    for each row execute function ci_fail_at_first();
                """).update();
    }
}
