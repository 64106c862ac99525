package dev.wakeful.commandcenter;

import dev.wakeful.commandcenter.emergency.StopProperties;
import dev.wakeful.commandcenter.reading.AttentionProperties;
import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The command center alone in a process. */
@SpringBootApplication
@EnableConfigurationProperties({CommandCenterProperties.class, StopProperties.class, AttentionProperties.class})
public class CommandCenterApplication {

    public static void main(String[] args) {
        ServiceApplication.run(CommandCenterApplication.class, "command-center", args);
    }
}
