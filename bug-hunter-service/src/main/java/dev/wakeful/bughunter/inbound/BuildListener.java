package dev.wakeful.bughunter.inbound;

import dev.wakeful.bughunter.finding.Passes;
import dev.wakeful.bughunter.finding.Reports;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how jobs ended. */
@Component
class BuildListener implements EventConsumer {

    private final Reports reports;
    private final Passes passes;

    BuildListener(Reports reports, Passes passes) {
        this.reports = reports;
        this.passes = passes;
    }

    @EventHandler
    void on(BuildEvent.Failed failed) {
        reports.take(failed);
    }

    @EventHandler
    void on(BuildEvent.Passed passed) {
        passes.take(passed);
    }
}
