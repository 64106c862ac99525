package dev.wakeful.budget.web;

import dev.wakeful.budget.forecast.Forecast;
import dev.wakeful.budget.forecast.ForecastError;
import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.limit.CapChange;
import dev.wakeful.budget.limit.LimitChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for people and their tools; nothing can be changed here. All amounts are micro-dollars. */
@RestController
@Transactional(readOnly = true)
class LedgerController {

    private static final int LAST = 100;

    private final LedgerAudit audit;
    private final AccountViews accounts;
    private final Forecasts forecasts;
    private final LimitChanges limits;
    private final Clock clock;

    LedgerController(LedgerAudit audit, AccountViews accounts, Forecasts forecasts, LimitChanges limits, Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.forecasts = forecasts;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param discrepancies what does not add up, one sentence each */
    record Audit(boolean balanced, List<String> discrepancies, Instant at) {}

    record Accounts(List<AccountView> accounts, Instant at) {}

    /**
     * @param classes the same by repository and kind of failure
     * @param last the newest first
     */
    record Quality(ForecastError error, Map<String, ForecastError> classes, List<Forecast> last) {}

    record Changes(List<CapChange> changes) {}

    @GetMapping("/ledger/audit")
    Audit audit() {
        List<String> discrepancies = audit.discrepancies();
        return new Audit(discrepancies.isEmpty(), discrepancies, clock.instant());
    }

    @GetMapping("/ledger/accounts")
    Accounts accounts() {
        Instant now = clock.instant();
        return new Accounts(accounts.at(now), now);
    }

    @GetMapping("/ledger/forecasts")
    Quality forecasts() {
        List<Forecast> last = forecasts.ended(LAST);
        return new Quality(ForecastError.of(last), ForecastError.byClass(last), last);
    }

    @GetMapping("/ledger/limits")
    Changes limits() {
        return new Changes(limits.changes(LAST));
    }
}
