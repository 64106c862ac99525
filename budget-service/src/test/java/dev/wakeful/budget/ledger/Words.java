package dev.wakeful.budget.ledger;

import dev.wakeful.events.BudgetEvent;
import java.util.Optional;

/** The ledger's answers as the model says them. */
final class Words {

    private Words() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Granted granted -> "granted";
            case Outcome.Denied denied ->
                "denied by " + denied.scope() + " with " + denied.available().micros();
            case Outcome.Resolved resolved -> "resolved";
            case Outcome.Unknown unknown -> "unknown";
        };
    }

    static String of(Optional<BudgetEvent> said) {
        return said.map(event -> switch (event) {
                    case BudgetEvent.Reserved reserved -> "granted";
                    case BudgetEvent.Denied denied ->
                        "denied by " + denied.scope() + " with "
                                + denied.available().micros();
                    case BudgetEvent.Settled settled ->
                        "settled " + settled.spent().micros() + " released "
                                + settled.released().micros();
                    case BudgetEvent.Released released ->
                        "released " + released.released().micros();
                    case BudgetEvent other -> other.toString();
                })
                .orElse("nothing");
    }
}
