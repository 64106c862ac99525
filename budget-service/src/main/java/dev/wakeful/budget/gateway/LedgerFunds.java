package dev.wakeful.budget.gateway;

import dev.wakeful.budget.ledger.CallLedger;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
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
    public boolean isOpen(SwarmId swarm) {
        return jdbc.sql("select exists (select from reservation where holder = :swarm and state = 'PENDING')")
                .param("swarm", swarm.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void settle(String call, Money actual) {
        ledger.settle(call, actual);
    }

    @Override
    public void release(String call) {
        ledger.release(call);
    }
}
