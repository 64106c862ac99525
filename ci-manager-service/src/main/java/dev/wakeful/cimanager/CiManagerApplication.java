package dev.wakeful.cimanager;

import dev.wakeful.cimanager.delivery.PushProperties;
import dev.wakeful.cimanager.limit.LimitProperties;
import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The only door to CI systems and forges: webhooks come in, branches and draft pull requests go out. */
@SpringBootApplication
@EnableConfigurationProperties({CiManagerProperties.class, LimitProperties.class, PushProperties.class})
public class CiManagerApplication {

    /** Runs the service alone in this process. */
    public static void main(String[] args) {
        ServiceApplication.run(CiManagerApplication.class, "ci-manager", args);
    }
}
