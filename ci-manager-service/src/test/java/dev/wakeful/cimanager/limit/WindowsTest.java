package dev.wakeful.cimanager.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIM-1: at most so many in any hour and in any 24 hours. */
class WindowsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LimitProperties LIMITS = new LimitProperties(3, 5, 10);

    @Test
    void theHourOpensWhenTheFirstOfTheLastThreeIsAnHourOld() {
        assertThat(against(minutesAgo(5, 20))).isEmpty();
        assertThat(against(minutesAgo(5, 20, 59))).contains(NOW.plus(Duration.ofMinutes(1)));
        assertThat(against(minutesAgo(5, 20, 60))).isEmpty();
        assertThat(against(minutesAgo(5, 10, 20, 30))).contains(NOW.plus(Duration.ofMinutes(40)));
    }

    @Test
    void theDayOpensWhenTheFirstOfTheLastFiveIsADayOld() {
        assertThat(against(minutesAgo(100, 200, 300, 400))).isEmpty();
        assertThat(against(minutesAgo(100, 200, 300, 400, 500))).contains(NOW.plus(Duration.ofMinutes(1440 - 500)));
        assertThat(against(minutesAgo(100, 200, 300, 400, 1440))).isEmpty();
    }

    @Test
    void aChangeOfSeveralCommitsNeedsRoomForAll() {
        List<Granted> two = List.of(new Granted(2, NOW.minus(Duration.ofHours(2))));

        assertThat(new Windows(two, NOW).against(3, LIMITS)).isEmpty();
        assertThat(new Windows(two, NOW).against(4, LIMITS)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "11, 50, 10, pull-requests-per-hour must be 1 to 10",
        "10, 51, 10, commits-per-day must be 1 to 50",
        "0, 50, 10, pull-requests-per-hour must be 1 to 10",
        "10, 50, 101, waiting-pull-requests must be 1 to 100"
    })
    void hardLimitsAreNotForSettingsToOverride(int hour, int day, int waiting, String message) {
        assertThatThrownBy(() -> new LimitProperties(hour, day, waiting))
                .hasMessageContaining("wakeful.ci-manager.limits." + message);
    }

    private static List<Granted> minutesAgo(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(ago -> new Granted(1, NOW.minus(Duration.ofMinutes(ago))))
                .toList();
    }

    private static Optional<Instant> against(List<Granted> granted) {
        return new Windows(granted, NOW).against(1, LIMITS).map(NoRoom::until);
    }
}
