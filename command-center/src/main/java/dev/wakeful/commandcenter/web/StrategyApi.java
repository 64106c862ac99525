package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.Strategies;
import dev.wakeful.commandcenter.reading.StrategyRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What strategies, agents and models achieved so far (LEARN-1). */
@RestController
class StrategyApi {

    private final Strategies strategies;

    StrategyApi(Strategies strategies) {
        this.strategies = strategies;
    }

    /** @param repository only of this one; a repository that nobody knows has none */
    @GetMapping("/api/strategies")
    Map<String, List<StrategyRecord>> strategies(@RequestParam Optional<String> repository) {
        return Map.of("strategies", strategies.records(repository));
    }
}
