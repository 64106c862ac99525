package dev.wakeful.budget.mode;

import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MODE-2, MODE-3: the mode that is told decides which money counts; each test has days of its own. */
@WholeService
class ModeMoneyIT {

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerAudit audit;

    private EventProbe probe;
    private EventSender sender;

    @BeforeEach
    void listen() {
        probe = new EventProbe(Stream.BUDGET);
        sender = new EventSender();
    }

    @AfterEach
    void asIfNothingHadBeenSaid() {
        sender.close();
        probe.close();
        clock.setTo(Samples.NOON);
        jdbc.sql("delete from cap").update();
        jdbc.sql("drop trigger if exists mode_fails on mode_word").update();
        jdbc.sql("""
                update mode_word set mode = null, said_at = null, until = null, maintenance_from = null, maintenance_to = null
                """).update();
        assertThat(audit.discrepancies()).isEmpty();
    }

    @Test
    void awayInTheAfternoonIsTheNightsMoneyUntilSomebodyIsBack() {
        Instant three = at("2027-05-12T15:00:00Z");
        heard(Mode.NIGHT, three, at("2027-05-13T07:00:00Z"));

        assertThat(reserved(3).scopes()).contains("night:2027-05-12", "hour:2027-05-12T15");
        BudgetEvent.Denied denied = denied(3);
        assertThat(denied.scope()).isEqualTo("hour:2027-05-12T15");
        assertThat(denied.available()).isEqualTo(Money.dollars(2));
        assertThat(denied.retryAt()).isEqualTo("2027-05-12T16:00:00Z");

        heard(Mode.ACTIVE, three.plusSeconds(600), at("2027-05-12T23:00:00Z"));
        assertThat(reserved(3).scopes()).noneMatch(scope -> scope.startsWith("night:"));
    }

    /** Both days' money is one night's: who comes back and leaves again gets no second one. */
    @Test
    void allThatIsAskedForBeforeOneMorningIsOneNight() {
        for (int hour = 12; hour < 16; hour++) {
            Instant now = at("2027-06-09T%d:00:00Z".formatted(hour));
            heard(Mode.ACTIVE, now.minusSeconds(60), at("2027-06-09T23:00:00Z"));
            heard(Mode.NIGHT, now, at("2027-06-10T07:00:00Z"));
            reserved(5);
        }
        clock.setTo(at("2027-06-09T23:30:00Z"));

        BudgetEvent.Denied denied = denied(1);
        assertThat(denied.scope()).isEqualTo("night:2027-06-09");
        assertThat(denied.retryAt()).isEqualTo("2027-06-10T07:00:00Z");
    }

    @Test
    void wordsThatComeTwiceOrLateOrAfterACrashChangeNothing() {
        Instant three = at("2027-07-14T15:00:00Z");
        Instant morning = at("2027-07-15T07:00:00Z");
        failTheNextTwo();
        Envelope away = heard(Mode.NIGHT, three, morning);
        Envelope early = say(Mode.ACTIVE, three.minusSeconds(1), null);
        sender.send(changed(Mode.NIGHT, morning), away);
        await().until(() -> jdbc.sql("select count(*) from inbox where event_id = :id")
                        .param("id", early.id().value())
                        .query(Long.class)
                        .single()
                == 1);

        assertThat(saidAt()).isEqualTo(three);
        assertThat(reserved(3).scopes()).contains("night:2027-07-14");
    }

    @Test
    void aMaintenanceWindowIsCapped() {
        Instant ten = at("2027-08-11T10:00:00Z");
        jdbc.sql("insert into cap (name, micros) values ('maintenance', 20000000)")
                .update();
        heard(Mode.MAINTENANCE, ten, at("2027-08-11T14:00:00Z"));
        assertThat(reserved(15).scopes()).contains("maintenance:2027-08-11T10:00");

        clock.setTo(ten.plus(Duration.ofHours(1)));
        BudgetEvent.Denied denied = denied(6);
        assertThat(denied.scope()).isEqualTo("maintenance:2027-08-11T10:00");
        assertThat(denied.available()).isEqualTo(Money.dollars(5));
        assertThat(denied.retryAt()).isEqualTo("2027-08-11T14:00:00Z");
    }

    /** BUD-1: what is set aside before eleven for a swarm that may go on after it is the night's too, and what it leaves goes back. */
    @Test
    void moneyOfASwarmThatRunsIntoTheNightIsTheNights() {
        clock.setTo(at("2027-09-08T22:50:00Z"));
        BudgetEvent.Reserved early = reserved(18);
        clock.setTo(at("2027-09-08T23:10:00Z"));

        assertThat(denied(3).scope()).isEqualTo("night:2027-09-08");
        sender.send(completed(early.swarm(), Duration.ofMinutes(1)));
        probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(early.swarm()));
        assertThat(reserved(3).scopes()).contains("night:2027-09-08");
    }

    private BudgetEvent.Reserved reserved(int dollars) {
        SwarmId swarm = ask(dollars);
        return probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(swarm));
    }

    private BudgetEvent.Denied denied(int dollars) {
        SwarmId swarm = ask(dollars);
        return probe.await(BudgetEvent.Denied.class, event -> event.swarm().equals(swarm));
    }

    private SwarmId ask(int dollars) {
        SwarmId swarm = SwarmId.make(Instant.now());
        sender.send(requested(swarm, Money.dollars(dollars), Duration.ofMinutes(30), Funding.APPROVED));
        return swarm;
    }

    /** Says it at that time, which is now, and waits until it is known. */
    private Envelope heard(Mode mode, Instant at, @Nullable Instant until) {
        clock.setTo(at);
        Envelope envelope = say(mode, at, until);
        await().until(() -> at.equals(saidAt()));
        return envelope;
    }

    private Envelope say(Mode mode, Instant at, @Nullable Instant until) {
        ModeEvent.Changed changed = changed(mode, until);
        Envelope fresh = EventSender.envelopeFor(changed);
        Envelope envelope = new Envelope(
                fresh.id(),
                fresh.source(),
                fresh.type(),
                fresh.subject(),
                at,
                fresh.lineage(),
                null,
                fresh.traceparent());
        sender.send(changed, envelope);
        return envelope;
    }

    private static ModeEvent.Changed changed(Mode mode, @Nullable Instant until) {
        return new ModeEvent.Changed(mode, "test", null, null, until);
    }

    private @Nullable Instant saidAt() {
        return jdbc.sql("select said_at from mode_word")
                .query((row, n) ->
                        java.util.Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    private void failTheNextTwo() {
        jdbc.sql("""
                create sequence if not exists mode_failure;
                alter sequence mode_failure restart;
                create or replace function mode_fails() returns trigger language plpgsql as $$
                begin
                    if nextval('mode_failure') <= 2 then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end $$;
                create or replace trigger mode_fails after update on mode_word for each row execute function mode_fails();
                """).update();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
