package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.emergency.EmergencyStop;
import dev.wakeful.commandcenter.emergency.Safety;
import dev.wakeful.commandcenter.emergency.SafetyReport;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emergency stop and resume (STOP-1). */
@RestController
class EmergencyApi {

    /** There is one token, so there is one person. */
    static final String BY = "operator";

    private final EmergencyStop emergency;
    private final SafetyReport report;

    EmergencyApi(EmergencyStop emergency, SafetyReport report) {
        this.emergency = emergency;
        this.report = report;
    }

    /** Why. */
    record Why(@Nullable String reason) {
        String text() {
            return Optional.ofNullable(reason).orElse("");
        }
    }

    @PostMapping("/api/emergency-stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Long> stop(@RequestBody(required = false) @Nullable Why why) {
        return Map.of("epoch", emergency.stop(BY, why == null ? "" : why.text()));
    }

    @PostMapping("/api/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Long> resume(@RequestBody(required = false) @Nullable Why why) {
        return Map.of("epoch", emergency.resume(BY, why == null ? "" : why.text()));
    }

    @GetMapping("/api/emergency-stop")
    Safety safety() {
        return report.now();
    }
}
