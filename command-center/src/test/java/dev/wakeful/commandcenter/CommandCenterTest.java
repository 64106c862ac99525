package dev.wakeful.commandcenter;

import dev.wakeful.testing.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole command center on a port of its own; all tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CommandCenterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=common-service,command-center",
            "wakeful.command-center.token=secret",
            "wakeful.command-center.ledger=",
            "wakeful.heartbeat=1h"
        })
@ContextConfiguration(initializers = RealInfrastructure.class)
public @interface CommandCenterTest {}
