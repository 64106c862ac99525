package dev.wakeful.cimanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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
    void theDefaultsAloneDoNotStart() {
        Map<String, String> defaults = Map.of(
                "wakeful.ci-manager.webhook-secrets", "", "wakeful.ci-manager.dashboard", "http://127.0.0.1:8420");

        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource(defaults))
                        .bindOrCreate("wakeful.ci-manager", CiManagerProperties.class))
                .hasRootCauseMessage(
                        "wakeful.ci-manager.webhook-secrets needs at least one secret, none of them blank: set"
                                + " WAKEFUL_CIMANAGER_WEBHOOKSECRETS to the secret your CI system signs its webhooks with");
    }

    @Test
    void secretsStayOutOfLogs() {
        assertThat(new CiManagerProperties(List.of("hush"), DASHBOARD, List.of()).toString())
                .doesNotContain("hush");
    }
}
