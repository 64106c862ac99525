package dev.wakeful.autodev.trial;

import dev.wakeful.autodev.download.Downloads;
import dev.wakeful.autodev.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells {@code wakeful doctor} what held. The attempts take about a second, and as much for each agent; asked more often, it tells the last ones again. */
@RestController
class FindingsController {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Sandbox sandbox;
    private final Escapes escapes;
    private final AgentTrial agents;
    private final Downloads downloads;
    private final Clock clock;
    private Optional<Findings> last = Optional.empty();

    FindingsController(Sandbox sandbox, Escapes escapes, AgentTrial agents, Downloads downloads, Clock clock) {
        this.agents = agents;
        this.sandbox = sandbox;
        this.escapes = escapes;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping("/sandbox")
    synchronized Findings findings() {
        Findings now = last.filter(
                        findings -> clock.instant().isBefore(findings.at().plus(FRESH)))
                .orElseGet(() -> new Findings(
                        sandbox.name(), downloads.words(), clock.instant(), escapes.attempt(), agents.find()));
        last = Optional.of(now);
        return now;
    }
}
