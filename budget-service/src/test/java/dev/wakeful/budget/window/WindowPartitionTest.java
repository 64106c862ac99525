package dev.wakeful.budget.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each instant is in exactly one window of each kind, also around the oddest turns of clocks there have been. */
class WindowPartitionTest {

    private static final Duration STEP = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-12-28T00:00:00Z",
        "Europe/Berlin, 2026-03-27T00:00:00Z",
        "Europe/Berlin, 2026-10-23T00:00:00Z",
        "America/New_York, 2026-10-30T00:00:00Z",
        // by half an hour
        "Australia/Lord_Howe, 2026-04-03T00:00:00Z",
        "Australia/Lord_Howe, 2026-10-02T00:00:00Z",
        // at midnight, forwards and backwards
        "America/Sao_Paulo, 2018-11-02T00:00:00Z",
        "America/Sao_Paulo, 2018-02-16T00:00:00Z",
        "America/Havana, 2026-10-30T00:00:00Z",
        // from one minute past midnight back to the day before
        "America/St_Johns, 2010-11-05T00:00:00Z",
        // a whole day left out
        "Pacific/Apia, 2011-12-28T00:00:00Z"
    })
    void windowsFollowEachOtherWithoutGapOrOverlap(String zone, Instant start) {
        Windows windows = WindowsTest.windows(zone);

        assertFollow(windows, Windows::hour, start);
        assertFollow(windows, Windows::day, start);
        assertFollow(windows, Windows::week, start);
        assertFollow(windows, Windows::month, start);
    }

    private static void assertFollow(Windows windows, BiFunction<Windows, Instant, Window> kind, Instant start) {
        Map<String, Window> named = new HashMap<>();
        Window current = kind.apply(windows, start);
        Instant end = start.plus(Duration.ofDays(5));
        for (Instant at = start; at.isBefore(end); at = at.plus(STEP)) {
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
