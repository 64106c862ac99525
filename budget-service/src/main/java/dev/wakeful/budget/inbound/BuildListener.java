package dev.wakeful.budget.inbound;

import dev.wakeful.budget.ci.CiMinutes;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which jobs of CI systems ran for us. */
@Component
class BuildListener implements EventConsumer {

    private final CiMinutes minutes;

    BuildListener(CiMinutes minutes) {
        this.minutes = minutes;
    }

    @EventHandler
    void on(BuildEvent.Caused caused) {
        minutes.take(caused);
    }
}
