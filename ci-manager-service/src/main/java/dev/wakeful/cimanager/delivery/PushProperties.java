package dev.wakeful.cimanager.delivery;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pushes are a sign of life (MODE-6).
 *
 * @param robots accounts that are no person; a star at the end stands for the rest of the name
 */
@ConfigurationProperties("wakeful.ci-manager.pushes")
public record PushProperties(
        @DefaultValue({"dependabot*", "renovate*", "github-actions*"})
        List<String> robots) {

    public PushProperties {
        robots = List.copyOf(robots);
        if (robots.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("wakeful.ci-manager.pushes.robots has a name that is blank");
        }
    }

    boolean isRobot(String name) {
        return robots.stream()
                .anyMatch(robot -> robot.endsWith("*")
                        ? name.startsWith(robot.substring(0, robot.length() - 1))
                        : name.equals(robot));
    }
}
