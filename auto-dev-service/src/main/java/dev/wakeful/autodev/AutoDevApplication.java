package dev.wakeful.autodev;

import dev.wakeful.autodev.agent.permission.PermissionProperties;
import dev.wakeful.autodev.agent.run.AgentProperties;
import dev.wakeful.autodev.agent.watch.WatchProperties;
import dev.wakeful.autodev.download.DownloadProperties;
import dev.wakeful.autodev.inspection.ProofProperties;
import dev.wakeful.autodev.limit.LimitProperties;
import dev.wakeful.autodev.mutation.MutationProperties;
import dev.wakeful.autodev.process.Bounds;
import dev.wakeful.autodev.review.ReviewProperties;
import dev.wakeful.autodev.sandbox.SandboxProperties;
import dev.wakeful.autodev.strategy.StrategyProperties;
import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Runs auto-dev alone in this process. */
@SpringBootApplication
@EnableConfigurationProperties({
    PermissionProperties.class,
    WatchProperties.class,
    AutoDevProperties.class,
    AgentProperties.class,
    Bounds.class,
    DownloadProperties.class,
    LimitProperties.class,
    MutationProperties.class,
    ProofProperties.class,
    SandboxProperties.class,
    ReviewProperties.class,
    StrategyProperties.class,
    WorkspaceProperties.class
})
public class AutoDevApplication {

    public static void main(String[] args) {
        ServiceApplication.run(AutoDevApplication.class, "auto-dev", args);
    }
}
