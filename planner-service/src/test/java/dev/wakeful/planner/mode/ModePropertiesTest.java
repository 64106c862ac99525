package dev.wakeful.planner.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Failure;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.planner.mode.ModeProperties.StanceSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A bad value stops the start with its key, its value and what is allowed; hard limits are not for settings to override (LIM-1). */
class ModePropertiesTest {

    private static final StanceSettings FINE = stance(20, 50);

    @Test
    void theHardLimitsThemselvesAreAllowed() {
        assertThat(properties("UTC", "23:00", FINE).stances()).hasSize(4);
    }

    /** LIM-1 */
    @ParameterizedTest
    @CsvSource({
        "21, 50, night.swarms must be 1 to 20",
        "0, 50, night.swarms must be 1 to 20",
        "20, 51, night.agents must be 1 to 50"
    })
    void aStanceAboveTheHardLimitsStopsTheStart(int swarms, int agents, String message) {
        assertThatThrownBy(() -> properties("UTC", "23:00", stance(swarms, agents)))
                .hasMessageContaining("wakeful.planner.modes." + message);
    }

    @ParameterizedTest
    @CsvSource({"Mars/Olympus, 23:00, zone must be", "UTC, 25:00, night-from and night-to must be times"})
    void aZoneOrHourThatDoesNotExistStopsTheStart(String zone, String from, String message) {
        assertThatThrownBy(() -> properties(zone, from, FINE)).hasMessageContaining(message);
    }

    @Test
    void daysAreRangesListsOrDaily() {
        assertThat(Span.parse("x", "SAT-MON,WED", "10:00", "11:00").days())
                .isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
        assertThat(Span.parse("x", "daily", "10:00", "11:00").days()).hasSize(7);
        assertThatThrownBy(() -> Span.parse("x", "FUNDAY", "10:00", "11:00")).hasMessageContaining("MON-FRI");
    }

    /** MODE-3, MODE-9: lines as the policy file has them. */
    @Test
    void windowsAndContextsAreReadFromLines() {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource(Map.of(
                "c.rules[0]", "SLEEPING DAILY 23:00-07:00",
                "c.rules[1]", "WORK MON-FRI 09:00-17:00",
                "c.work.UNKNOWN", ""));
        ContextProperties contexts = new Binder(source)
                .bind("c", Bindable.of(ContextProperties.class))
                .get();

        assertThat(contexts.rules()).hasSize(2);
        assertThat(contexts.rules().getLast().span()).isEqualTo(Span.parse("x", "MON-FRI", "09:00", "17:00"));
        assertThat(contexts.allows(ModeEvent.Context.UNKNOWN, Failure.Kind.TEST_FAILURE))
                .isFalse();
        assertThat(contexts.allows(ModeEvent.Context.WORK, Failure.Kind.TEST_FAILURE))
                .isTrue();
        assertThat(ModeProperties.Window.of("SAT,SUN 10:00-12:00"))
                .isEqualTo(new ModeProperties.Window("SAT,SUN", "10:00", "12:00"));
        assertThatThrownBy(() -> ModeProperties.Window.of("SAT 10-12")).hasMessageContaining("SAT,SUN 10:00-12:00");
        assertThatThrownBy(() -> ContextProperties.Rule.of("HOME DAILY 10:00-12:00"))
                .hasMessageContaining("SLEEPING DAILY 23:00-07:00");
    }

    private static StanceSettings stance(int swarms, int agents) {
        return new StanceSettings(Duration.ofMinutes(1), Duration.ZERO, swarms, agents, false);
    }

    private static ModeProperties properties(String zone, String nightFrom, StanceSettings night) {
        return new ModeProperties(
                zone,
                nightFrom,
                "07:00",
                Duration.ofMinutes(30),
                Duration.ofMinutes(2),
                FINE,
                night,
                FINE,
                FINE,
                List.of());
    }
}
