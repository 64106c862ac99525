package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.Installation;
import dev.wakeful.commandcenter.reading.OperationalState;
import dev.wakeful.commandcenter.reading.State;
import dev.wakeful.commandcenter.reading.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation at a glance. */
@RestController
class StatusApi {

    private final Installation installation;
    private final OperationalState operational;

    StatusApi(Installation installation, OperationalState operational) {
        this.installation = installation;
        this.operational = operational;
    }

    @GetMapping("/api/status")
    Status status() {
        return installation.status();
    }

    /** STATE-5. */
    @GetMapping("/api/state")
    State state() {
        return operational.state();
    }
}
