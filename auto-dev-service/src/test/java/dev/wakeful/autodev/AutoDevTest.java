package dev.wakeful.autodev;

import dev.wakeful.autodev.limit.QuietMachine;
import dev.wakeful.testing.RealInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on real infrastructure and in a directory of its own. It ends with its test class: another one that hears the same
 * topics would do the same swarms. Its checks write down outside of their tree that they ran, which no sandbox lets them; see
 * {@code SandboxedSwarmIT} for a swarm in a sandbox. How busy the machine of the tests is holds nothing back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AutoDevApplication.class,
        properties = {
            "spring.config.name=common-service,auto-dev",
            "db-scheduler.polling-interval=500ms",
            "wakeful.auto-dev.sandbox.kind=none"
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@ContextConfiguration(initializers = {RealInfrastructure.class, AutoDevTest.OwnDirectory.class})
@Import(QuietMachine.class)
public @interface AutoDevTest {

    /** Keeps what the service writes out of the home directory. */
    final class OwnDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Map<String, Object> settings = Map.of(
                        "wakeful.auto-dev.directory",
                        Files.createTempDirectory("auto-dev").toString());
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own directory", settings));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
