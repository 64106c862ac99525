package dev.wakeful.commandcenter.budget;

import dev.wakeful.commandcenter.reading.BudgetState;
import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import dev.wakeful.commandcenter.reading.LimitAudit;
import dev.wakeful.commandcenter.reading.Spendings;
import dev.wakeful.commandcenter.reading.ToldBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The budget for people: by the ledger itself where it answers, else as far as its events tell. */
@Component
public class Budgets {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int LIMITS = 30;

    private final ToldBudget told;
    private final Spendings spendings;
    private final LimitAudit limits;
    private final LedgerBook ledger;
    private final Clock clock;
    private volatile @Nullable Look latest;

    Budgets(ToldBudget told, Spendings spendings, LimitAudit limits, LedgerBook ledger, Clock clock) {
        this.told = told;
        this.spendings = spendings;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    public BudgetState state() {
        Look look = look();
        return new BudgetState(
                look.accounts() == null ? "events" : "ledger",
                look.says(),
                look.accounts() == null ? told.scopes() : look.accounts(),
                told.alerts(),
                told.providers(),
                spendings.tripped(),
                spendings.quotes(),
                spendings.efficiency(),
                spendings.ci(),
                limits.after(0, LIMITS));
    }

    /** What was in use of a scope over time, as far as events tell. */
    public List<Spendings.Movement> movements(String scope) {
        return spendings.movements(scope);
    }

    /** A page is drawn for each event, and the ledger is not asked as often. */
    private Look look() {
        Instant now = clock.instant();
        @Nullable Look seen = latest;
        if (seen == null || !seen.at().plus(FRESH).isAfter(now)) {
            seen = ask(now);
            latest = seen;
        }
        return seen;
    }

    private Look ask(Instant now) {
        try {
            return new Look(now, ledger.accounts(), "The ledger answers.");
        } catch (LedgerAway away) {
            return new Look(now, null, String.valueOf(away.getMessage()));
        }
    }

    private record Look(Instant at, @Nullable List<ScopeUse> accounts, String says) {}
}
