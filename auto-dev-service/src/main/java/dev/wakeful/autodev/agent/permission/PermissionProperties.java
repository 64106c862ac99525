package dev.wakeful.autodev.agent.permission;

import dev.wakeful.autodev.agent.adapter.Permissions;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What agents have to ask people for.
 *
 * @param ask classes of tools, as the Agent Client Protocol names them, or {@code nothing}, whose calls wait for a person's yes (AUTH-9)
 * @param expiry how long such a question stands, 1 min to 4 h, and never longer than the agent's own time; then the agent is refused (AUTH-10)
 */
@ConfigurationProperties("wakeful.auto-dev.permissions")
public record PermissionProperties(
        @DefaultValue(NOTHING) List<String> ask,
        @DefaultValue("15m") Duration expiry) {

    private static final String NOTHING = "nothing";

    public PermissionProperties {
        ask = ask.stream().filter(tool -> !tool.equals(NOTHING)).toList();
        for (String tool : ask) {
            if (!Permissions.CLASSES.contains(tool)) {
                throw new IllegalArgumentException("wakeful.auto-dev.permissions.ask must name classes of tools ("
                        + String.join(", ", Permissions.CLASSES) + "), has " + tool);
            }
        }
        if (expiry.compareTo(Duration.ofMinutes(1)) < 0 || expiry.compareTo(Duration.ofHours(4)) > 0) {
            throw new IllegalArgumentException("wakeful.auto-dev.permissions.expiry must be 1m to 4h, is " + expiry);
        }
    }
}
