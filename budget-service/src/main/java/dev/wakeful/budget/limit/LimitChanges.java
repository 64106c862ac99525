package dev.wakeful.budget.limit;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The caps in force. A change is valid for every reservation that is decided after it was told: it waits for those that are being decided
 * under the old cap. It outlives restarts, and every request for one is on record with who, why and when.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LimitChanges {

    private static final Logger LOG = LoggerFactory.getLogger(LimitChanges.class);

    private final LimitTable table;
    private final Caps policy;

    LimitChanges(JdbcClient jdbc, BudgetProperties properties) {
        this.table = new LimitTable(jdbc);
        this.policy = Caps.of(properties);
    }

    /** Stays as it is until the caller's transaction ends. */
    public Caps current() {
        return table.over(policy);
    }

    /** Answers {@code LimitChanged}, or {@code LimitRefused} with what is allowed. */
    public BudgetEvent change(ControlEvent.LimitSet wanted, Instant now) {
        table.lock();
        Optional<CapName> name = CapName.parse(wanted.limit());
        Optional<Money> before = name.map(current()::of);
        Optional<String> refusal = LimitRule.refusal(wanted);
        table.record(wanted, before, refusal, now);
        return refusal.<BudgetEvent>map(
                        why -> new BudgetEvent.LimitRefused(wanted.limit(), wanted.amount(), wanted.by(), why))
                .orElseGet(() -> set(name.orElseThrow(), before.orElseThrow(), wanted));
    }

    private BudgetEvent set(CapName name, Money before, ControlEvent.LimitSet wanted) {
        table.set(name, wanted.amount());
        LOG.info("The cap {} is {} from now on, it was {}", name, wanted.amount(), before);
        return new BudgetEvent.LimitChanged(name.toString(), before, wanted.amount(), wanted.by(), wanted.reason());
    }

    /** The newest first. */
    public List<CapChange> changes(int most) {
        return table.changes(most);
    }
}
