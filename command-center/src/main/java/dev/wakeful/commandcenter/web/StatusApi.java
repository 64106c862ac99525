package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.budget.Budgets;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.BudgetState;
import dev.wakeful.commandcenter.reading.Installation;
import dev.wakeful.commandcenter.reading.Modes;
import dev.wakeful.commandcenter.reading.OperationalState;
import dev.wakeful.commandcenter.reading.State;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation at a glance. */
@RestController
class StatusApi {

    private final Installation installation;
    private final OperationalState operational;
    private final Modes modes;
    private final Approvals approvals;
    private final Budgets budgets;

    StatusApi(
            Installation installation,
            OperationalState operational,
            Modes modes,
            Approvals approvals,
            Budgets budgets) {
        this.installation = installation;
        this.operational = operational;
        this.modes = modes;
        this.approvals = approvals;
        this.budgets = budgets;
    }

    @GetMapping("/api/status")
    StatusAnswer status() {
        BudgetState budget = budgets.state();
        return new StatusAnswer(
                installation.status(), modes.now(), approvals.countWaiting(), budget.scopes(), budget.alerts());
    }

    /** STATE-5. */
    @GetMapping("/api/state")
    State state() {
        Long left = budgets.state().scopes().stream()
                .filter(scope -> scope.kind().equals("day"))
                .findFirst()
                .map(BudgetState.ScopeUse::leftMicros)
                .orElse(null);
        return operational.state().withBudgetLeft(left);
    }
}
