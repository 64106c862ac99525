package dev.wakeful.budget.ci;

import dev.wakeful.budget.ledger.Expense;
import dev.wakeful.budget.ledger.Expenses;
import dev.wakeful.budget.ledger.Origin;
import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.budget.terms.Scopes;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Books minutes of a CI system that ran for branches of ours, once for each job and attempt (BUD-9). They are spent when they are heard of, so they
 * count in the windows of that moment, and no cap can refuse them. Runs in the caller's transaction.
 */
@Component
public class CiMinutes {

    private final Expenses expenses;
    private final LimitChanges limits;
    private final Scopes scopes;
    private final CiProperties prices;
    private final Outbox outbox;
    private final Clock clock;

    CiMinutes(Expenses expenses, LimitChanges limits, Scopes scopes, CiProperties prices, Outbox outbox, Clock clock) {
        this.expenses = expenses;
        this.limits = limits;
        this.scopes = scopes;
        this.prices = prices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A job that took no time at all is not booked. */
    public void take(BuildEvent.Caused caused) {
        CiBill bill = CiBill.of(caused.took(), prices);
        if (bill.minutes() > 0) {
            Instant now = clock.instant();
            Expense expense = new Expense(
                    name(caused.build()), bill.cost(), scopes.besides(caused.repository(), limits.current(), now));
            expenses.book(expense, now).ifPresent(booked -> outbox.append(said(caused, bill, booked)));
        }
    }

    /** It was booked before the state was lost. False where it is known. */
    public boolean bookedBefore(BudgetEvent.CiBooked said, Origin origin, Instant now) {
        Expenses.Booked booked = new Expenses.Booked(said.reservation(), said.covered(), said.scopes());
        return expenses.bookedBefore(name(said.build()), said.cost(), booked, origin, now);
    }

    private static String name(BuildId build) {
        return "ci:" + build;
    }

    private static BudgetEvent said(BuildEvent.Caused caused, CiBill bill, Expenses.Booked booked) {
        List<String> scopes = booked.scopes();
        return new BudgetEvent.CiBooked(
                booked.reservation(),
                caused.build(),
                caused.repository(),
                caused.task(),
                bill.minutes(),
                bill.measured(),
                bill.cost(),
                booked.covered(),
                scopes);
    }
}
