package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.budget.Budgets;
import dev.wakeful.commandcenter.budget.LimitRequest;
import dev.wakeful.commandcenter.budget.Limits;
import dev.wakeful.commandcenter.pages.BurnDown;
import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.reading.BudgetState;
import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.commandcenter.reading.Strategies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The money page: caps and what is in use of them, alerts, quotes against what was spent, what strategies achieved, and who changed which cap. */
@Controller
class BudgetPages {

    private final Budgets budgets;
    private final Limits limits;
    private final Strategies strategies;
    private final Events events;
    private final SignedIn signedIn;
    private final Clock clock;

    BudgetPages(Budgets budgets, Limits limits, Strategies strategies, Events events, SignedIn signedIn, Clock clock) {
        this.budgets = budgets;
        this.limits = limits;
        this.strategies = strategies;
        this.events = events;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/budget")
    String budget(Model model) {
        model.addAttribute("newest", events.newestNumber());
        BudgetState budget = budgets.state();
        model.addAttribute("budget", budget);
        model.addAttribute("strategies", strategies.records(Optional.empty()));
        model.addAttribute("burnDowns", burnDowns(budget));
        model.addAttribute("names", LimitRequest.LIMITS);
        return "budget";
    }

    @PostMapping("/budget/limits")
    String ask(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String by = signedIn.person(request).map(Person::name).orElse(null);
        try {
            limits.ask(new LimitRequest(limit, amount, reason, by));
            return "redirect:/budget#limits";
        } catch (RequestRefused refused) {
            return RefusedPage.show(refused.getMessage(), model, response);
        }
    }

    private List<BurnDown> burnDowns(BudgetState budget) {
        return budget.scopes().stream()
                .filter(scope -> scope.kind().equals("day") || scope.kind().equals("night"))
                .flatMap(scope -> BurnDown.of(scope, budgets.movements(scope.scope()), clock.instant()).stream())
                .toList();
    }
}
