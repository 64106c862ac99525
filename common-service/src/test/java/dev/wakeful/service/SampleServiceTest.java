package dev.wakeful.service;

import dev.wakeful.testing.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the sample service on the real broker and database; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SampleService.class, properties = "spring.config.name=common-service,sample")
@ContextConfiguration(initializers = RealInfrastructure.class)
public @interface SampleServiceTest {}
