package dev.wakeful.commandcenter.emergency;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.service.schedule.Jobs;
import org.springframework.stereotype.Component;

/** Starts a durable timer for each way to the models that is lost, and remembers when it is back (STOP-2). */
@Component
class LostConnections {

    private final ProviderReach providers;
    private final GatewayReach gateway;
    private final Jobs jobs;
    private final Rules rules;

    LostConnections(ProviderReach providers, GatewayReach gateway, Jobs jobs, Rules rules) {
        this.providers = providers;
        this.gateway = gateway;
        this.jobs = jobs;
        this.rules = rules;
    }

    void take(BudgetEvent.ProviderLost lost) {
        providers.lost(lost.provider(), lost.since());
        jobs.runAt(
                ProviderJob.DESCRIPTOR,
                lost.provider() + " " + lost.since(),
                new ProviderJob.Data(lost.provider()),
                lost.since().plus(rules.providerAway()));
    }

    void take(BudgetEvent.ProviderBack back) {
        providers.back(back.provider(), back.since());
    }

    /** The gateway cannot say itself that it is gone; its beats and whoever misses them do. After the projection, which counts who lives. */
    void take(HealthEvent.Missing missing) {
        if (missing.service().equals(GatewayReach.SERVICE)) {
            gateway.silentSince()
                    .ifPresent(since -> jobs.runAt(
                            GatewayJob.DESCRIPTOR,
                            "gateway " + since,
                            "",
                            gateway.lookAt(since, rules.providerAway())));
        }
    }
}
