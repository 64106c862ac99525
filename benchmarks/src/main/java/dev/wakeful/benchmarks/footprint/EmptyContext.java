package dev.wakeful.benchmarks.footprint;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The floor: an application context of Spring Boot with nothing in it. Waits for the end of its input. */
@SpringBootConfiguration
public class EmptyContext {

    /** What it prints when it is there. */
    static final String READY = "ready";

    public static void main(String[] args) throws IOException {
        System.setProperty("wakeful.logs", System.getProperty("java.io.tmpdir") + "/wakeful-bench-logs");
        new SpringApplicationBuilder(EmptyContext.class)
                .properties(
                        "spring.config.name=empty",
                        "spring.main.web-application-type=none",
                        "spring.main.banner-mode=off")
                .run();
        System.out.println(READY);
        System.out.flush();
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
