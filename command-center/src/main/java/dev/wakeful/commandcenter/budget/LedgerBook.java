package dev.wakeful.commandcenter.budget;

import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import java.util.List;

/** The ledger itself, asked for its balances: pulled for people, off every reaction path, never needed for correctness. */
public interface LedgerBook {

    /** @throws LedgerAway when it is not configured or does not answer in time */
    List<ScopeUse> accounts();

    /** @throws LedgerAway when it is not configured or does not answer in time */
    Audit audit();

    /** Whether the journal sums up to the balances, and what does not add up, one sentence each. */
    record Audit(boolean sound, List<String> discrepancies) {
        public Audit {
            discrepancies = List.copyOf(discrepancies);
        }
    }
}
