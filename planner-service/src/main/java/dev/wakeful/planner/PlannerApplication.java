package dev.wakeful.planner;

import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The planner as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlannerApplication {

    public static void main(String[] args) {
        ServiceApplication.run(PlannerApplication.class, "planner", args);
    }
}
