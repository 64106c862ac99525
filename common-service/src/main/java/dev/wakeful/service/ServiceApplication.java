package dev.wakeful.service;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service with the common defaults below its own configuration file ({@code <name>.yaml}). */
public final class ServiceApplication {

    private ServiceApplication() {}

    /** Runs the service alone in this process. */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... args) {
        return builder(application, name).run(args);
    }

    /** Runs the service beside others in one process; the caller closes it. */
    public static ConfigurableApplicationContext runBeside(
            Class<?> application, String name, Map<String, Object> settings) {
        String[] args = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return builder(application, name).registerShutdownHook(false).run(args);
    }

    /** The names of the configuration files of a service, the stronger one last. */
    public static String configurationNames(String name) {
        return "common-service," + name;
    }

    private static SpringApplicationBuilder builder(Class<?> application, String name) {
        return new SpringApplicationBuilder(application).properties("spring.config.name=" + configurationNames(name));
    }
}
