package dev.wakeful.budget;

import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The budget service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BudgetApplication {

    public static void main(String[] args) {
        ServiceApplication.run(BudgetApplication.class, "budget", args);
    }
}
