package dev.wakeful.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BudgetPropertiesTest {

    @Test
    void theDefaultsAreThoseOfTheSpecification() {
        BudgetProperties defaults = bind(Map.of("wakeful.budget.zone", "Europe/Berlin"));

        assertThat(defaults.day()).isEqualByComparingTo("100");
        assertThat(defaults.automaticPercent()).isEqualTo(40);
        assertThat(defaults.night().limit()).isEqualByComparingTo("25");
        assertThat(defaults.swarm()).isEqualByComparingTo("50");
        assertThat(defaults.maintenance()).isEqualByComparingTo("50");
        assertThat(defaults.zoneId()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    /** LIM-1 */
    @Test
    void anArmedEmergencyCapDoesNotMakeTheOrdinaryDayLarger() {
        assertThat(bind(Map.of("wakeful.budget.day", "100", "wakeful.budget.emergency-cap-armed", "true"))
                        .day())
                .isEqualByComparingTo("100");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(
                        () -> bind(Map.of("wakeful.budget.day", "101", "wakeful.budget.emergency-cap-armed", "true")));
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Mars/Olympus, wakeful.budget.zone",
        "day, -1, wakeful.budget.day",
        "hour, 0.0000001, wakeful.budget.hour",
        "week, 1e30, wakeful.budget.week",
        "day, 100.01, wakeful.budget.day",
        "swarm, 50.01, wakeful.budget.swarm",
        "maintenance, 100.01, wakeful.budget.maintenance",
        "approved-percent, 61, wakeful.budget.approved-percent",
        "automatic-percent, 101, wakeful.budget.automatic-percent",
        "night.reserve, 26, wakeful.budget.night.reserve",
        "night.to, '23:00', wakeful.budget.night.from",
        "grace, -1s, wakeful.budget.grace"
    })
    void aSettingThatCannotBeIsNamed(String key, String value, String named) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of("wakeful.budget." + key, value)))
                .havingRootCause()
                .withMessageContaining(key.equals("zone") ? value : named);
    }

    private static BudgetProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("wakeful.budget", BudgetProperties.class);
    }
}
