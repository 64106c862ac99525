package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.budget.Budgets;
import dev.wakeful.commandcenter.budget.LedgerBook;
import dev.wakeful.commandcenter.budget.LimitRequest;
import dev.wakeful.commandcenter.budget.Limits;
import dev.wakeful.commandcenter.reading.BudgetState;
import dev.wakeful.commandcenter.reading.BudgetState.LimitEntry;
import dev.wakeful.commandcenter.reading.LimitAudit;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caps are, what is in use of them, and changing one. */
@RestController
class BudgetApi {

    private final Budgets budgets;
    private final Limits limits;
    private final LimitAudit audit;
    private final LedgerBook ledger;

    BudgetApi(Budgets budgets, Limits limits, LimitAudit audit, LedgerBook ledger) {
        this.budgets = budgets;
        this.limits = limits;
        this.audit = audit;
        this.ledger = ledger;
    }

    @GetMapping("/api/budget")
    BudgetState budget() {
        return budgets.state();
    }

    /** Whether the ledger's journal sums up to its balances, as it says itself. */
    @GetMapping("/api/budget/audit")
    LedgerBook.Audit audit() {
        return ledger.audit();
    }

    @GetMapping("/api/budget/limits")
    Map<String, List<LimitEntry>> limits(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "200") int limit) {
        return Map.of("limits", audit.after(after, Limit.of(limit)));
    }

    @PostMapping("/api/budget/limits")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Limits.Asked ask(@RequestBody LimitRequest request) {
        return limits.ask(request);
    }
}
