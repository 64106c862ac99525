package dev.wakeful.cimanager.web;

import dev.wakeful.cimanager.delivery.Deliveries;
import dev.wakeful.cimanager.delivery.Refusals;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delivery log for people and tools on this machine: no bodies, no headers, no secrets. */
@RestController
class DeliveryLog {

    private static final int MOST = 1000;

    private final Deliveries deliveries;
    private final Refusals refusals;

    DeliveryLog(Deliveries deliveries, Refusals refusals) {
        this.deliveries = deliveries;
        this.refusals = refusals;
    }

    /** The newest deliveries and the newest hours with refusals. */
    record Log(List<Deliveries.Entry> deliveries, List<Refusals.Count> refusals) {}

    @GetMapping("/api/deliveries")
    Log newest(@RequestParam(defaultValue = "50") int limit) {
        int bounded = Math.clamp(limit, 1, MOST);
        return new Log(deliveries.newest(bounded), refusals.newest(bounded));
    }
}
