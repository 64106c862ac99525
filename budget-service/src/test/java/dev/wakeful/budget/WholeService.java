package dev.wakeful.budget;

import dev.wakeful.testing.RealInfrastructure;
import dev.wakeful.testing.TickingClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a real broker and database, at noon until the clock is ticked; one context for all tests that want it. */
@SpringBootTest(
        classes = {BudgetApplication.class, WholeService.StandingClock.class},
        properties = {"spring.config.name=common-service,budget", "wakeful.budget.zone=UTC"})
@ContextConfiguration(initializers = RealInfrastructure.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeService {

    /** Stands at {@link Samples#NOON}; a test that ticks it sets it back. */
    @TestConfiguration
    class StandingClock {
        @Bean
        TickingClock clock() {
            return new TickingClock(Samples.NOON);
        }
    }
}
