package dev.wakeful.budget.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** MODE-5: each instant is in exactly one window of each kind and in at most one night, also around the oddest turns of clocks there have been. */
class WindowPartitionTest {

    private static final Duration STEP = Duration.ofMinutes(1);

    /** Shorter than any night but those of a minute, whose ends are looked at exactly. */
    private static final Duration NIGHT_STEP = Duration.ofMinutes(15);

    /** Around turns of the clocks: of half an hour, at midnight, from one minute past it back to the day before, and a whole day left out. */
    private static final List<Turn> TURNS = List.of(
            new Turn("UTC", "2026-12-28T00:00:00Z"),
            new Turn("Europe/Berlin", "2026-03-27T00:00:00Z"),
            new Turn("Europe/Berlin", "2026-10-23T00:00:00Z"),
            new Turn("America/New_York", "2026-10-30T00:00:00Z"),
            new Turn("Australia/Lord_Howe", "2026-04-03T00:00:00Z"),
            new Turn("Australia/Lord_Howe", "2026-10-02T00:00:00Z"),
            new Turn("America/Sao_Paulo", "2018-11-02T00:00:00Z"),
            new Turn("America/Sao_Paulo", "2018-02-16T00:00:00Z"),
            new Turn("America/Havana", "2026-10-30T00:00:00Z"),
            new Turn("America/St_Johns", "2010-11-05T00:00:00Z"),
            new Turn("Pacific/Apia", "2011-12-28T00:00:00Z"));

    /** Over midnight, from midnight on, after it, by day, and all but a minute; several begin or end within turns of the clocks. */
    private static final List<String> NIGHTS = List.of(
            "23:00-07:00", "00:00-06:00", "22:30-02:30", "02:15-05:45", "13:00-18:00", "07:00-06:59", "23:30-00:00");

    private record Turn(String zone, String start) {}

    static Stream<Arguments> turns() {
        return TURNS.stream().map(turn -> Arguments.of(turn.zone, Instant.parse(turn.start)));
    }

    static Stream<Arguments> turnsAndNights() {
        return turns().flatMap(turn -> NIGHTS.stream().map(night -> Arguments.of(turn.get()[0], turn.get()[1], night)));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void windowsFollowEachOtherWithoutGapOrOverlap(String zone, Instant start) {
        Windows windows = WindowsTest.windows(zone);

        assertFollow(windows, Windows::hour, start, STEP);
        assertFollow(windows, Windows::day, start, STEP);
        assertFollow(windows, Windows::week, start, STEP);
        assertFollow(windows, Windows::month, start, STEP);
    }

    /** MODE-2: what is asked for by day belongs to the night that comes next, so a round never has two nights. */
    @ParameterizedTest
    @MethodSource("turnsAndNights")
    void anInstantIsInAtMostOneNightAndInExactlyOneRound(String zone, Instant start, String hours) {
        Windows windows = new Windows(
                ZoneId.of(zone), LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6)));
        Map<String, Window> named = new HashMap<>();
        List<Window> nights = new ArrayList<>();
        Instant end = start.plus(Duration.ofDays(5));
        for (Instant at = start; at.isBefore(end); at = at.plus(NIGHT_STEP)) {
            Optional<Window> night = windows.night(at);
            List<Window> all = windows.nights(at, at);
            assertThat(all).as("at %s", at).hasSizeLessThan(2);
            assertThat(all.stream().findFirst()).isEqualTo(night);
            night.filter(one -> nights.isEmpty() || !nights.getLast().equals(one))
                    .ifPresent(nights::add);
            Window round = windows.round(at);
            night.ifPresent(one -> assertThat(round.name()).isEqualTo(one.name()));
            night.ifPresent(one -> assertThat(named.merge(one.name(), one, (known, same) -> known))
                    .isEqualTo(one));
        }
        assertThat(nights).hasSizeBetween(4, 6);
        for (int i = 0; i < nights.size(); i++) {
            Window night = nights.get(i);
            assertThat(night.from()).isBefore(night.to());
            assertThat(i == 0 || !night.from().isBefore(nights.get(i - 1).to()))
                    .as("%s after %s", night, nights)
                    .isTrue();
            assertThat(windows.night(night.from())).contains(night);
            assertThat(windows.night(night.to().minusNanos(1))).contains(night);
            assertThat(windows.night(night.from().minusNanos(1))).isNotEqualTo(Optional.of(night));
            assertThat(windows.night(night.to())).isNotEqualTo(Optional.of(night));
        }
        assertFollow(windows, Windows::round, start, NIGHT_STEP);
    }

    private static void assertFollow(
            Windows windows, BiFunction<Windows, Instant, Window> kind, Instant start, Duration step) {
        Map<String, Window> named = new HashMap<>();
        Window current = kind.apply(windows, start);
        Instant end = start.plus(Duration.ofDays(5));
        for (Instant at = start; at.isBefore(end); at = at.plus(step)) {
            Window window = kind.apply(windows, at);
            assertThat(window.contains(at)).as("%s in %s", at, window).isTrue();
            if (!window.equals(current)) {
                assertThat(window.from()).as("after %s", current).isEqualTo(current.to());
                assertThat(kind.apply(windows, window.from())).isEqualTo(window);
                assertThat(kind.apply(windows, window.from().minusNanos(1))).isEqualTo(current);
                current = window;
            }
            assertThat(named.merge(window.name(), window, (known, same) -> known))
                    .isEqualTo(window);
        }
    }
}
