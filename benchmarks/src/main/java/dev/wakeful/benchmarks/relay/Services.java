package dev.wakeful.benchmarks.relay;

import dev.wakeful.service.ServiceApplication;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts measured services as the real ones are started. */
final class Services {

    private Services() {}

    static ConfigurableApplicationContext start(
            Class<?> application, String name, String databaseAddress, String brokerAddress, String... more) {
        String[] args = Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + databaseAddress,
                                "--spring.kafka.bootstrap-servers=" + brokerAddress),
                        Arrays.stream(more))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + ServiceApplication.configurationNames(name))
                .registerShutdownHook(false)
                .run(args);
    }
}
