package dev.wakeful.cimanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CiManagerPropertiesTest {

    private static final URI DASHBOARD = URI.create("http://127.0.0.1:8420");

    @Test
    void withoutASecretNothingStarts() {
        assertThatThrownBy(() -> new CiManagerProperties(List.of(), DASHBOARD, List.of()))
                .hasMessageContaining("wakeful.ci-manager.webhook-secrets needs at least one secret");
        assertThatThrownBy(() -> new CiManagerProperties(List.of("good", " "), DASHBOARD, List.of()))
                .hasMessageContaining("none of them blank");
    }

    @Test
    void secretsStayOutOfLogs() {
        assertThat(new CiManagerProperties(List.of("hush"), DASHBOARD, List.of()).toString())
                .doesNotContain("hush");
    }
}
