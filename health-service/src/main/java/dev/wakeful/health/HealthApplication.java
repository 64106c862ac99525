package dev.wakeful.health;

import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The health service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HealthApplication {

    public static void main(String[] args) {
        ServiceApplication.run(HealthApplication.class, "health", args);
    }
}
