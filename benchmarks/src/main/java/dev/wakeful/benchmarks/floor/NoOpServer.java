package dev.wakeful.benchmarks.floor;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot web server that accepts a webhook and does nothing with it; its configuration is {@code bench-noop.yaml}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class NoOpServer {

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(NoOpServer.class)
                .properties("spring.config.name=bench-noop")
                .registerShutdownHook(false)
                .run();
    }

    static int port(ConfigurableApplicationContext web) {
        return web.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @PostMapping("/webhooks/github")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> accept(@RequestBody byte[] body) {
        return Map.of("verdict", "accepted");
    }
}
