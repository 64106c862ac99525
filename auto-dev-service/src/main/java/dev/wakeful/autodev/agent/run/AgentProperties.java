package dev.wakeful.autodev.agent.run;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The agents that may be used, by names of their own.
 *
 * @param gateway base address of the metering gateway, the only way to a model (BUD-4)
 * @param agents what {@link AgentSettings} says of each; a broken one stops the start
 */
@ConfigurationProperties("wakeful.auto-dev")
public record AgentProperties(
        @DefaultValue("http://127.0.0.1:8423") URI gateway,
        @DefaultValue Map<String, Map<String, String>> agents) {

    public AgentProperties {
        if (gateway.getHost() == null || !List.of("http", "https").contains(gateway.getScheme())) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.gateway must be an address such as http://127.0.0.1:8423, is " + gateway);
        }
        agents = Map.copyOf(agents);
        agents.forEach(AgentSettings::of);
    }

    /** In the order of their names. */
    List<AgentSettings> settings() {
        return agents.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> AgentSettings.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
