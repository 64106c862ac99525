package dev.wakeful.budget.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** BUD-1, BUD-2: which window an instant is in. */
class WindowsTest {

    private final Windows berlin = windows("Europe/Berlin");

    @Test
    void aDayIsTheLocalOne() {
        Instant at = Instant.parse("2026-11-20T22:59:59Z");

        assertThat(berlin.day(at))
                .isEqualTo(new Window(
                        "2026-11-20", Instant.parse("2026-11-19T23:00:00Z"), Instant.parse("2026-11-20T23:00:00Z")));
        assertThat(berlin.day(at.plusSeconds(1)).name()).isEqualTo("2026-11-21");
        assertThat(windows("Asia/Kolkata").day(at).name()).isEqualTo("2026-11-21");
        assertThat(windows("Pacific/Kiritimati").day(at).name()).isEqualTo("2026-11-21");
        assertThat(windows("America/Los_Angeles").day(at).name()).isEqualTo("2026-11-20");
    }

    @Test
    void aDayIsAnHourShorterOrLongerWhenClocksAreTurned() {
        assertThat(length(berlin.day(Instant.parse("2026-03-29T12:00:00Z")))).isEqualTo(Duration.ofHours(23));
        assertThat(length(berlin.day(Instant.parse("2026-10-25T12:00:00Z")))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aWeekBeginsOnMondayAndBearsItsIsoName() {
        Window week = berlin.week(Instant.parse("2026-12-31T12:00:00Z"));

        assertThat(week)
                .isEqualTo(new Window(
                        "2026-W53", Instant.parse("2026-12-27T23:00:00Z"), Instant.parse("2027-01-03T23:00:00Z")));
        assertThat(berlin.week(Instant.parse("2027-01-01T12:00:00Z"))).isEqualTo(week);
        assertThat(berlin.week(week.to()).name()).isEqualTo("2027-W01");
    }

    @Test
    void aMonthEndsAtLocalMidnightOfTheFirst() {
        Window month = berlin.month(Instant.parse("2026-02-28T22:59:59Z"));

        assertThat(month)
                .isEqualTo(new Window(
                        "2026-02", Instant.parse("2026-01-31T23:00:00Z"), Instant.parse("2026-02-28T23:00:00Z")));
        assertThat(berlin.month(month.to()).name()).isEqualTo("2026-03");
        assertThat(berlin.month(Instant.parse("2028-02-29T12:00:00Z")).name()).isEqualTo("2028-02");
    }

    @Test
    void anHourThatComesTwiceIsTwoHours() {
        Window first = berlin.hour(Instant.parse("2026-10-25T00:30:00Z"));
        Window second = berlin.hour(Instant.parse("2026-10-25T01:30:00Z"));

        assertThat(first)
                .isEqualTo(new Window(
                        "2026-10-25T02", Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(second)
                .isEqualTo(new Window(
                        "2026-10-25T02+01:00",
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z")));
    }

    @Test
    void anHourThatIsLeftOutIsNoHour() {
        Window before = berlin.hour(Instant.parse("2026-03-29T00:59:59Z"));

        assertThat(before.name()).isEqualTo("2026-03-29T01");
        assertThat(berlin.hour(before.to()).name()).isEqualTo("2026-03-29T03");
    }

    @Test
    void clocksTurnedByHalfAnHourMakeHalfAnHour() {
        Window half = windows("Australia/Lord_Howe").hour(Instant.parse("2026-04-04T15:10:00Z"));

        assertThat(half.from()).isEqualTo("2026-04-04T15:00:00Z");
        assertThat(length(half)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void anHourOfAZoneWithAHalfHourOffsetBeginsOnItsOwnClock() {
        Window hour = windows("Asia/Kolkata").hour(Instant.parse("2026-11-20T14:45:00Z"));

        assertThat(hour.name()).isEqualTo("2026-11-20T20");
        assertThat(hour.from()).isEqualTo("2026-11-20T14:30:00Z");
    }

    @Test
    void theNightIsOneWindowOverMidnight() {
        Instant begins = Instant.parse("2026-11-20T22:00:00Z");
        Window night = new Window("2026-11-20", begins, Instant.parse("2026-11-21T06:00:00Z"));

        assertThat(berlin.night(begins)).contains(night);
        assertThat(berlin.night(night.to().minusNanos(1))).contains(night);
        assertThat(berlin.night(begins.minusNanos(1))).isEmpty();
        assertThat(berlin.night(night.to())).isEmpty();
    }

    @Test
    void aNightInWhichClocksAreTurnedIsSevenOrNineHoursLong() {
        Window spring = berlin.night(Instant.parse("2026-03-28T23:00:00Z")).orElseThrow();
        Window autumn = berlin.night(Instant.parse("2026-10-24T23:00:00Z")).orElseThrow();

        assertThat(length(spring)).isEqualTo(Duration.ofHours(7));
        assertThat(length(autumn)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void aNightMayBeginAfterMidnight() {
        Windows early = new Windows(ZoneId.of("UTC"), LocalTime.of(1, 0), LocalTime.of(5, 0));

        assertThat(early.night(Instant.parse("2026-11-21T04:59:59Z"))
                        .orElseThrow()
                        .name())
                .isEqualTo("2026-11-21");
        assertThat(early.night(Instant.parse("2026-11-21T00:59:59Z"))).isEmpty();
    }

    static Windows windows(String zone) {
        return new Windows(ZoneId.of(zone), LocalTime.of(23, 0), LocalTime.of(7, 0));
    }

    private static Duration length(Window window) {
        return Duration.between(window.from(), window.to());
    }
}
