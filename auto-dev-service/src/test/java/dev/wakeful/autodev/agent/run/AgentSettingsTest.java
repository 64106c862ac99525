package dev.wakeful.autodev.agent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.agent.adapter.AgentKind;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEV-3: agents are set up by settings; a broken one stops the start with key, value and what is allowed. */
class AgentSettingsTest {

    @Test
    void whatIsLeftOutHasADefault() {
        AgentSettings settings = AgentSettings.of("fast", Map.of("kind", "codex", "model", "gpt-5", "mostTurns", "7"));

        assertThat(settings.kind()).isEqualTo(AgentKind.CODEX);
        assertThat(settings.command()).isEqualTo("codex");
        assertThat(settings.mostTurns()).isEqualTo(7);
        assertThat(settings.timeLimit()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=cluade|agents.a.kind must be one of claude, codex, gemini, opencode, acp, command, scripted, is 'cluade'",
                "kind=claude|agents.a.model must be the name of a model, is ''",
                "kind=claude,model=a b|agents.a.model must be the name of a model, is 'a b'",
                "kind=acp|agents.a.command must be what is to be run, is ''",
                "kind=claude,model=m,most-turns=0|agents.a.most-turns must be 1 to 1000, is '0'",
                "kind=claude,model=m,time-limit=5h|agents.a.time-limit must be a time of 1s to 4h, is '5h'",
                "kind=claude,model=m,time-limit=soon|agents.a.time-limit must be a time of 1s to 4h, is 'soon'",
                "kind=claude,model=m,permissions=all|agents.a.permissions must be workspace or none, is 'all'",
                "kind=claude,modle=m|agents.a.modle must be left out: the keys are kind, command,"
            })
    void aBrokenOneTellsWhatIsAllowed(String told, String message) {
        Map<String, String> settings = new HashMap<>();
        for (String pair : told.split(",")) {
            settings.put(pair.split("=")[0], pair.split("=")[1]);
        }

        assertThatThrownBy(() -> new AgentProperties(URI.create("http://127.0.0.1:1"), Map.of("a", settings)))
                .hasMessageContaining("wakeful.auto-dev.")
                .hasMessageContaining(message);
    }

    @Test
    void theGatewayIsAnAddress() {
        assertThatThrownBy(() -> new AgentProperties(URI.create("localhost:8423"), Map.of()))
                .hasMessageContaining("wakeful.auto-dev.gateway must be an address");
    }
}
