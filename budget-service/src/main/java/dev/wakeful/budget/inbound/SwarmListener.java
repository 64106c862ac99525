package dev.wakeful.budget.inbound;

import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.funding.Funding;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how swarms get on and end. */
@Component
class SwarmListener implements EventConsumer {

    private final Funding funding;
    private final Forecasts forecasts;

    SwarmListener(Funding funding, Forecasts forecasts) {
        this.funding = funding;
        this.forecasts = forecasts;
    }

    @EventHandler
    void on(SwarmEvent.Started started) {
        forecasts.start(started);
    }

    @EventHandler
    void on(SwarmEvent.Progressed progressed) {
        forecasts.progress(progressed.swarm());
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        funding.settle(completed);
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        funding.settle(failed);
    }

    @EventHandler
    void on(SwarmEvent.Stopped stopped) {
        funding.settle(stopped);
    }
}
