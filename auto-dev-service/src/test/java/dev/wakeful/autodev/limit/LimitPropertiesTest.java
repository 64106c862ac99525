package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIM-1: hard limits are not for settings to override; a value above stops the start. */
class LimitPropertiesTest {

    @Test
    void theHardLimitsThemselvesAreAllowed() {
        assertThat(new LimitProperties(20, 50, 20, 50, Duration.ofSeconds(1), 80, 80).swarms())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "21, 50, 5, 30, PT10S, 80, 80, swarms must be 1 to 20",
        "20, 51, 5, 30, PT10S, 80, 80, agents must be 1 to 50",
        "0, 50, 5, 30, PT10S, 80, 80, swarms must be 1 to 20",
        "20, 50, 21, 30, PT10S, 80, 80, soft-swarms must be 1 to 20",
        "20, 50, 5, 30, PT0S, 80, 80, soft-pause must be 1s to 10m",
        "20, 50, 5, 30, PT10S, 81, 80, memory-percent must be 10 to 80",
        "20, 50, 5, 30, PT10S, 80, 9, processor-percent must be 10 to 80"
    })
    void anythingElseNamesKeyValueAndRange(
            int swarms,
            int agents,
            int softSwarms,
            int softAgents,
            Duration pause,
            int memory,
            int processor,
            String message) {
        assertThatThrownBy(() -> new LimitProperties(swarms, agents, softSwarms, softAgents, pause, memory, processor))
                .hasMessageContaining("wakeful.auto-dev.limits.")
                .hasMessageContaining(message);
    }
}
