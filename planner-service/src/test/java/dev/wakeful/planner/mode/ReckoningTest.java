package dev.wakeful.planner.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mode is in force: MODE-1…7, MODE-9 */
class ReckoningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> GREEN = List.of();
    private static final List<String> RED = List.of("ci / test of acme/shop");
    private static final Duration OWN_SIGN = Duration.ofMinutes(2);

    private static final ModePolicy POLICY = policy(BERLIN);

    /** MODE-1, MODE-2: 23:00–07:00 by the wall clock. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T22:59:59, ACTIVE, 2026-11-20T23:00",
        "2026-11-20T23:00:00, NIGHT, 2026-11-21T07:00",
        "2026-11-21T00:00:00, NIGHT, 2026-11-21T07:00",
        "2026-11-21T06:59:59, NIGHT, 2026-11-21T07:00",
        "2026-11-23T07:00:00, ACTIVE, 2026-11-23T23:00",
        "2026-11-30T23:30:00, NIGHT, 2026-12-01T07:00",
        "2026-12-31T23:30:00, NIGHT, 2027-01-01T07:00",
        "2028-02-28T23:30:00, NIGHT, 2028-02-29T07:00"
    })
    void nightIsByTheWallClock(LocalDateTime local, Mode mode, LocalDateTime until) {
        Outlook outlook = at(local);

        assertThat(outlook.mode()).isEqualTo(mode);
        assertThat(outlook.until()).isEqualTo(instant(until));
    }

    /** MODE-5: the night in which an hour is skipped has 7 hours, the one in which an hour comes twice has 9. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:00, PT7H",
        "Europe/Berlin, 2026-10-24T23:00, PT9H",
        "America/New_York, 2026-03-07T23:00, PT7H",
        "America/New_York, 2026-10-31T23:00, PT9H",
        "Australia/Lord_Howe, 2026-10-03T23:00, PT7H30M",
        "Australia/Lord_Howe, 2026-04-04T23:00, PT8H30M",
        "Asia/Kolkata, 2026-03-28T23:00, PT8H",
        "UTC, 2026-03-28T23:00, PT8H"
    })
    void nightsInWhichClocksChangeEndAtSevenAllTheSame(ZoneId zone, LocalDateTime start, Duration length) {
        Instant from = start.atZone(zone).toInstant();

        Outlook outlook = Reckoning.of(policy(zone), Signs.NONE, GREEN, from);

        assertThat(outlook.mode()).isEqualTo(Mode.NIGHT);
        assertThat(outlook.until()).isEqualTo(from.plus(length));
        assertThat(Reckoning.of(
                                policy(zone),
                                Signs.NONE,
                                GREEN,
                                from.plus(length).minusMillis(1))
                        .mode())
                .isEqualTo(Mode.NIGHT);
        assertThat(Reckoning.of(policy(zone), Signs.NONE, GREEN, from.plus(length))
                        .mode())
                .isEqualTo(Mode.ACTIVE);
    }

    /** MODE-5: a window whose end is an hour that is skipped, or comes twice, begins and ends once. */
    @ParameterizedTest
    @CsvSource({"2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z", "2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z"})
    void aWindowThatEndsInAChangedHourEndsOnce(Instant before, Instant end) {
        ModePolicy policy = policy(BERLIN, Span.parse("night", "DAILY", "22:00", "02:30"));
        Outlook outlook = Reckoning.of(policy, Signs.NONE, GREEN, before);

        assertThat(outlook.mode()).isEqualTo(Mode.NIGHT);
        assertThat(outlook.until()).isEqualTo(end);
        assertThat(Reckoning.of(policy, Signs.NONE, GREEN, end).mode()).isEqualTo(Mode.ACTIVE);
        assertThat(Reckoning.of(policy, Signs.NONE, GREEN, end.plusSeconds(3600))
                        .mode())
                .isEqualTo(Mode.ACTIVE);
    }

    /** MODE-2: postponed while a person was seen in the last 30 min. */
    @Test
    void nightIsPostponedWhileAPersonIsThere() {
        Signs seen = Signs.NONE.with(new Signs.Seen("Ada", instant("2026-11-20T22:50")), OWN_SIGN);

        Outlook late = at(seen, "2026-11-20T23:00");

        assertThat(late.mode()).isEqualTo(Mode.ACTIVE);
        assertThat(late.until()).isNull();
        assertThat(late.lookAt()).isEqualTo(instant("2026-11-20T23:20"));
        assertThat(at(seen, "2026-11-20T23:20").mode()).isEqualTo(Mode.NIGHT);
    }

    /** MODE-6: a return ends the night, and without further signs it goes on. */
    @Test
    void aReturnEndsTheNight() {
        Signs seen = Signs.NONE.with(new Signs.Seen("Ada", instant("2026-11-21T03:00")), OWN_SIGN);

        assertThat(at(Signs.NONE, "2026-11-21T03:00").mode()).isEqualTo(Mode.NIGHT);
        assertThat(at(seen, "2026-11-21T03:00").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(seen, "2026-11-21T03:29:59").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(seen, "2026-11-21T03:30").mode()).isEqualTo(Mode.NIGHT);
    }

    /** MODE-2: it starts at any time, and lasts until the morning. */
    @Test
    void nightStartsWhenAPersonAsksForIt() {
        Signs away = asked(Mode.NIGHT, "2026-11-20T15:00");

        assertThat(at(away, "2026-11-20T15:00").mode()).isEqualTo(Mode.NIGHT);
        assertThat(at(away, "2026-11-20T15:00").until()).isEqualTo(instant("2026-11-21T07:00"));
        assertThat(at(away, "2026-11-20T15:00").context()).isEqualTo(Context.AWAY);
        assertThat(at(away, "2026-11-21T07:00").mode()).isEqualTo(Mode.ACTIVE);
    }

    /** MODE-6: the command that asks for the night is itself a sign of life, and no return. */
    @Test
    void theAskersOwnSignDoesNotEndTheNightAndALaterOneDoes() {
        Signs away = asked(Mode.NIGHT, "2026-11-20T15:00");

        Signs own = away.with(new Signs.Seen("Ada", instant("2026-11-20T15:01:59")), OWN_SIGN);
        Signs other = away.with(new Signs.Seen("Bob", instant("2026-11-20T15:00:05")), OWN_SIGN);
        Signs back = own.with(new Signs.Seen("Ada", instant("2026-11-20T15:02:01")), OWN_SIGN);
        Signs lateWord = away.with(new Signs.Seen("Bob", instant("2026-11-20T14:59")), OWN_SIGN);

        assertThat(at(own, "2026-11-20T15:02").mode()).isEqualTo(Mode.NIGHT);
        assertThat(at(lateWord, "2026-11-20T15:02").mode()).isEqualTo(Mode.NIGHT);
        assertThat(at(other, "2026-11-20T15:02").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(back, "2026-11-20T15:03").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(back, "2026-11-20T15:03").context()).isEqualTo(Context.WORK);
    }

    /** MODE-2: a night that is asked for in the night is not postponed by who asks. */
    @Test
    void nightThatIsAskedForInTheNightBeginsAtOnce() {
        Signs seen = Signs.NONE.with(new Signs.Seen("Ada", instant("2026-11-20T23:09")), OWN_SIGN);
        Signs away = seen.with(new Signs.Request(Mode.NIGHT, null, "Ada", instant("2026-11-20T23:10"), "good night"));

        assertThat(at(seen, "2026-11-20T23:10").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(away, "2026-11-20T23:10").mode()).isEqualTo(Mode.NIGHT);
    }

    /** MODE-3 */
    @Test
    void maintenanceIsDoneInItsWindowsAlsoAtNight() {
        assertThat(at(Signs.NONE, "2026-11-22T10:30").mode()).isEqualTo(Mode.MAINTENANCE);
        assertThat(at(Signs.NONE, "2026-11-22T10:30").until()).isEqualTo(instant("2026-11-22T12:00"));
        assertThat(at(Signs.NONE, "2026-11-22T12:00").mode()).isEqualTo(Mode.ACTIVE);
        assertThat(at(Signs.NONE, "2026-11-20T10:30").mode()).isEqualTo(Mode.ACTIVE);
    }

    @Test
    void aModeThatIsAskedForEndsWhenThePersonSaid() {
        Instant until = instant("2026-11-20T16:00");
        Signs asked = Signs.NONE.with(
                new Signs.Request(Mode.MAINTENANCE, until, "Ada", instant("2026-11-20T15:00"), "clean up"));

        assertThat(at(asked, "2026-11-20T15:00").mode()).isEqualTo(Mode.MAINTENANCE);
        assertThat(at(asked, "2026-11-20T15:00").lookAt()).isEqualTo(until);
        assertThat(at(asked, "2026-11-20T16:00").mode()).isEqualTo(Mode.ACTIVE);
    }

    /** MODE-4, MODE-7: a crisis is above everything, and ends only with its causes. */
    @Test
    void aCrisisIsEndedByNothingButItsCauses() {
        Signs wished = asked(Mode.ACTIVE, "2026-11-20T23:30");
        Instant night = instant("2026-11-20T23:30");

        assertThat(Reckoning.of(POLICY, Signs.NONE, RED, night).mode()).isEqualTo(Mode.CRISIS);
        assertThat(Reckoning.of(POLICY, wished, RED, night).mode()).isEqualTo(Mode.CRISIS);
        assertThat(Reckoning.of(POLICY, wished, RED, night).decision().refused())
                .anyMatch(refused -> refused.reason().contains("MODE-7"));
        assertThat(Reckoning.of(POLICY, wished, List.of("a", "b"), night)
                        .decision()
                        .outcome())
                .contains("a and 1 more");
        assertThat(Reckoning.of(POLICY, Signs.NONE, GREEN, night).mode()).isEqualTo(Mode.NIGHT);
    }

    /** MODE-9 */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00, , WORK",
        "2026-11-20T10:00, 2026-11-20T09:50, WORK",
        "2026-11-20T19:00, 2026-11-20T18:50, AVAILABLE",
        "2026-11-20T19:00, 2026-11-20T18:30, UNKNOWN",
        "2026-11-20T19:00, , UNKNOWN",
        "2026-11-21T10:00, , UNKNOWN",
        "2026-11-21T02:00, , SLEEPING",
        "2026-11-21T02:00, 2026-11-21T01:50, AVAILABLE"
    })
    void theContextIsWhatWasSeenOrWhatIsUsual(LocalDateTime local, LocalDateTime seen, Context context) {
        Signs signs = seen == null ? Signs.NONE : Signs.NONE.with(new Signs.Seen("Ada", instant(seen)), OWN_SIGN);

        assertThat(Reckoning.of(POLICY, signs, GREEN, instant(local)).context()).isEqualTo(context);
    }

    /** MODE-9 */
    @Test
    void whatAPersonSaysOfThemselvesCountsUntilItsEndOrTheirReturn() {
        Instant noon = instant("2026-11-20T12:00");
        Signs until = Signs.NONE.with(new Signs.Said(Context.AWAY, instant("2026-11-20T14:00"), "Ada", noon));
        Signs open = Signs.NONE.with(new Signs.Said(Context.AWAY, null, "Ada", noon));
        Signs back = open.with(new Signs.Seen("Ada", instant("2026-11-20T15:00")), OWN_SIGN);

        assertThat(at(until, "2026-11-20T13:59").context()).isEqualTo(Context.AWAY);
        assertThat(at(until, "2026-11-20T14:00").context()).isEqualTo(Context.WORK);
        assertThat(at(open, "2026-11-20T15:00").context()).isEqualTo(Context.AWAY);
        assertThat(at(back, "2026-11-20T15:00").context()).isEqualTo(Context.WORK);
    }

    /** WAKE-3 */
    @Test
    void everyDecisionSaysWhatItSawAndWhatItRefused() {
        Outlook outlook = at(Signs.NONE, "2026-11-20T23:30");

        assertThat(outlook.decision().inputs())
                .containsEntry("local time", "2026-11-20T23:30+01:00[Europe/Berlin]")
                .containsEntry("red", "nothing");
        assertThat(outlook.decision().refused())
                .hasSize(3)
                .allSatisfy(refused -> assertThat(refused.reason()).isNotBlank());
    }

    private static Signs asked(Mode mode, String at) {
        return Signs.NONE.with(new Signs.Request(mode, null, "Ada", instant(at), "wakeful away"));
    }

    private static Outlook at(LocalDateTime local) {
        return Reckoning.of(POLICY, Signs.NONE, GREEN, instant(local));
    }

    private static Outlook at(Signs signs, String local) {
        return Reckoning.of(POLICY, signs, GREEN, instant(local));
    }

    private static Instant instant(String local) {
        return instant(LocalDateTime.parse(local));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }

    private static ModePolicy policy(ZoneId zone) {
        return policy(zone, Span.parse("night", "DAILY", "23:00", "07:00"));
    }

    private static ModePolicy policy(ZoneId zone, Span night) {
        Stance stance = new Stance(Duration.ofMinutes(1), Duration.ofSeconds(10), 10, 30, false);
        return new ModePolicy(
                zone,
                new ModePolicy.Hours(
                        night,
                        List.of(Span.parse("windows", "SUN", "10:00", "12:00")),
                        List.of(
                                new ContextProperties.Rule(Context.SLEEPING, "DAILY", "23:00", "07:00"),
                                new ContextProperties.Rule(Context.WORK, "MON-FRI", "09:00", "17:00"))),
                Duration.ofMinutes(30),
                OWN_SIGN,
                Map.of(Mode.ACTIVE, stance, Mode.NIGHT, stance, Mode.MAINTENANCE, stance, Mode.CRISIS, stance));
    }
}
