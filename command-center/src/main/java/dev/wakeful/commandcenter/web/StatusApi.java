package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.Installation;
import dev.wakeful.commandcenter.reading.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation at a glance. */
@RestController
class StatusApi {

    private final Installation installation;

    StatusApi(Installation installation) {
        this.installation = installation;
    }

    @GetMapping("/api/status")
    Status status() {
        return installation.status();
    }
}
