package dev.wakeful.health;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthPropertiesTest {

    @Test
    void aSettingThatCannotBeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthProperties(Duration.ZERO, Duration.ofHours(24)))
                .withMessageContaining("wakeful.health.missing-after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthProperties(Duration.ofMinutes(2), Duration.ofMinutes(2)))
                .withMessageContaining("wakeful.health.forget-after");
    }
}
