package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.process.Bounds;
import dev.wakeful.service.instance.CommandSandbox;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the sandbox that was chosen; when it does not work here, the service does not start. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxConfiguration.class);

    @Bean
    Doorway doorway(AutoDevProperties properties) {
        return new Doorway(own(properties));
    }

    /** What people are told of it, on every page and in every status (DEV-4). */
    @Bean
    CommandSandbox commandSandbox(Sandbox sandbox) {
        return new CommandSandbox(sandbox.name());
    }

    private static Path own(AutoDevProperties properties) {
        return properties.directory().resolve("sandbox");
    }

    @Bean
    Sandbox sandbox(SandboxProperties sandbox, Bounds bounds, Doorway doorway, AutoDevProperties properties) {
        return switch (sandbox.kind()) {
            case BUBBLEWRAP ->
                Trial.of(
                        new BubblewrapSandbox(
                                Bubblewrap.installed(),
                                new HostFiles(own(properties)),
                                doorway,
                                Limits.of(bounds),
                                sandbox.readable()),
                        own(properties));
            case CONTAINER ->
                Trial.of(
                        new ContainerSandbox(
                                sandbox, doorway, bounds, own(properties).resolve("containers")),
                        own(properties));
            case NONE -> {
                LOG.warn("Commands of repositories run WITHOUT a sandbox, with all rights of this process"
                        + " (wakeful.auto-dev.sandbox.kind=none)");
                yield new NoSandbox();
            }
        };
    }
}
