package dev.wakeful.budget.gateway;

import dev.wakeful.budget.ledger.CallLedger;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money for calls from what is set aside for their swarm. */
@Component
final class LedgerFunds implements CallFunds {

    private final CallLedger ledger;
    private final JdbcClient jdbc;

    LedgerFunds(CallLedger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Money> reserve(SwarmId swarm, String call, Money worstCase) {
        return switch (ledger.reserve(swarm, call, worstCase)) {
            case CallLedger.Answer.Granted granted -> Optional.empty();
            case CallLedger.Answer.UsedUp usedUp -> Optional.of(usedUp.available());
        };
    }

    @Override
    public Standing standing(SwarmId swarm) {
        return jdbc.sql("""
                select tripped_at is not null and in_doubt_since is null from reservation
                where holder = :swarm and state = 'PENDING'
                """)
                .param("swarm", swarm.value())
                .query(Boolean.class)
                .optional()
                .map(tripped -> tripped ? Standing.RATE_STOPPED : Standing.OPEN)
                .orElse(Standing.CLOSED);
    }

    @Override
    public CompletableFuture<Void> settle(String call, Money actual) {
        return ledger.settleSoon(call, actual);
    }

    @Override
    public CompletableFuture<Void> release(String call) {
        return ledger.settleSoon(call, Money.ZERO);
    }
}
