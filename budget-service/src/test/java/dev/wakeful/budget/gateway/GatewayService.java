package dev.wakeful.budget.gateway;

import dev.wakeful.budget.BudgetApplication;
import dev.wakeful.budget.Samples;
import dev.wakeful.testing.RealInfrastructure;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The whole service with its door open, in front of a fake provider. */
@SpringBootTest(
        classes = {BudgetApplication.class, GatewayService.Surroundings.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=common-service,budget",
            "wakeful.budget.zone=UTC",
            "wakeful.budget.organisation=1000000",
            "wakeful.budget.week=1000000",
            "wakeful.budget.automatic-percent=100",
            "wakeful.budget.approved-percent=0",
            "wakeful.budget.night.limit=1000000",
            "wakeful.budget.night.hour=1000000",
            // no swarm of a test makes progress
            "wakeful.budget.rate.without-progress-percent=1000000",
            "wakeful.budget.rate.at-least=1000000",
            "wakeful.budget.hour=1000000",
            "wakeful.budget.repository=1000000",
            "wakeful.gateway-secret=" + GatewayService.SECRET,
            "wakeful.budget.gateway.models=claude-test,gpt-test,gemini-test,claude-new-*",
            "wakeful.budget.gateway.providers.anthropic.key=" + GatewayService.KEY,
            "wakeful.budget.gateway.providers.openai.key=" + GatewayService.KEY,
            "wakeful.budget.gateway.providers.gemini.key=" + GatewayService.KEY,
            "wakeful.budget.price.table[0].model=*",
            "wakeful.budget.price.table[0].input=3000000",
            "wakeful.budget.price.table[0].output=15000000",
            "wakeful.budget.price.table[0].cache-read=300000",
            "wakeful.budget.price.table[0].cache-write=3750001",
            "wakeful.budget.price.table[0].max-output=1000",
            "wakeful.budget.price.table[0].context=100000",
        })
@ContextConfiguration(initializers = RealInfrastructure.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface GatewayService {

    String KEY = "sk-the-real-key";
    String SECRET = "the-secret-of-this-installation-0123456789";

    /** What stands around the service. */
    @TestConfiguration
    class Surroundings {
        @Bean
        TickingClock clock() {
            return new TickingClock(Samples.NOON);
        }

        @Bean
        FakeProvider fakeProvider() {
            return new FakeProvider();
        }

        @Bean
        DynamicPropertyRegistrar addresses(FakeProvider provider) {
            return registry -> {
                for (String name : new String[] {"anthropic", "openai", "gemini"}) {
                    registry.add("wakeful.budget.gateway.providers." + name + ".base-url", provider::address);
                }
            };
        }
    }
}
