package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A bad value stops the start with the key, the value and what is allowed. behaviour.md, introduction */
class ServicePropertiesTest {

    @Test
    void defaultsAreFilledIn() {
        ServiceProperties properties = bind(Map.of());

        assertThat(properties.partitions()).isEqualTo(6);
        assertThat(properties.machineMinuteMicros()).isEqualTo(8_000);
        assertThat(properties.heartbeat()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "wakeful.service, ''",
        "wakeful.service, Planner One",
        "wakeful.consumer-group, ' '",
        "wakeful.partitions, 0",
        "wakeful.machine-minute-micros, -1",
        "wakeful.heartbeat, 0s",
        "wakeful.heartbeat, -5s"
    })
    void aBadValueIsRefusedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("must");
    }

    private static ServiceProperties bind(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("wakeful.service", "sample", "wakeful.consumer-group", "sample"));
        all.putAll(settings);
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("wakeful", ServiceProperties.class);
    }
}
