package dev.wakeful.cimanager;

import dev.wakeful.testing.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on the real broker and database, its HTTP edge on a free port. All such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CiManagerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=common-service,ci-manager",
            "wakeful.ci-manager.webhook-secrets=old-secret-of-the-tests," + Sender.SECRET,
            "wakeful.ci-manager.dashboard=http://127.0.0.1:8420/"
        })
@ContextConfiguration(initializers = RealInfrastructure.class)
public @interface CiManagerTest {}
