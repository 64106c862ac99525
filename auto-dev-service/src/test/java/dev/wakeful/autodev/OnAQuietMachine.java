package dev.wakeful.autodev;

import dev.wakeful.autodev.limit.QuietMachine;
import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs auto-dev alone in a process; how busy the machine of the tests is holds nothing back. */
final class OnAQuietMachine {

    private OnAQuietMachine() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(AutoDevApplication.class, QuietMachine.class)
                .properties("spring.config.name=" + ServiceApplication.configurationNames("auto-dev"))
                .run(args);
    }
}
