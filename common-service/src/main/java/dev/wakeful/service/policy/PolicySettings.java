package dev.wakeful.service.policy;

import dev.wakeful.policy.Policy;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Gives a service what the policy file says, when {@code wakeful.policy} names one: above the defaults in the service's own files, below
 * arguments and the environment. A broken file stops the start with everything that is wrong in it.
 */
final class PolicySettings implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String file = environment.getProperty("wakeful.policy", "");
        if (!file.isBlank()) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new MapPropertySource(
                                    "policy " + file,
                                    Policy.of(Path.of(file))
                                            .properties(environment.getProperty("wakeful.service", ""))));
        }
    }

    /** After the files, which say which service this is. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
