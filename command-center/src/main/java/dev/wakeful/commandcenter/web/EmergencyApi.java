package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.emergency.EmergencyStop;
import dev.wakeful.commandcenter.emergency.Safety;
import dev.wakeful.commandcenter.emergency.SafetyReport;
import dev.wakeful.commandcenter.people.Person;
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

    private final EmergencyStop emergency;
    private final SafetyReport report;

    EmergencyApi(EmergencyStop emergency, SafetyReport report) {
        this.emergency = emergency;
        this.report = report;
    }

    /** Why, and how whoever says it is called. */
    record Why(@Nullable String reason, @Nullable String by) {
        static Why of(@Nullable Why said) {
            return said == null ? new Why(null, null) : said;
        }

        String text() {
            return Optional.ofNullable(reason).orElse("");
        }

        String name() {
            return Person.of(by).name();
        }
    }

    @PostMapping("/api/emergency-stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Long> stop(@RequestBody(required = false) @Nullable Why why) {
        return Map.of("epoch", emergency.stop(Why.of(why).name(), Why.of(why).text()));
    }

    @PostMapping("/api/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Long> resume(@RequestBody(required = false) @Nullable Why why) {
        return Map.of("epoch", emergency.resume(Why.of(why).name(), Why.of(why).text()));
    }

    @GetMapping("/api/emergency-stop")
    Safety safety() {
        return report.now();
    }
}
