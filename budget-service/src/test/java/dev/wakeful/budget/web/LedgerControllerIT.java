package dev.wakeful.budget.web;

import static dev.wakeful.budget.Samples.completed;
import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.wakeful.budget.WholeService;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What people and their tools may read (BUD-2, BUD-7). */
@WholeService
class LedgerControllerIT {

    @Autowired
    private WebApplicationContext context;

    @Test
    void theLedgerProvesItselfAndTellsItsAccounts() throws Exception {
        SwarmId ended = SwarmId.make(Instant.now());
        SwarmId running = SwarmId.make(Instant.now());
        try (EventProbe probe = new EventProbe(Stream.BUDGET);
                EventSender sender = new EventSender()) {
            sender.send(requested(ended, Money.micros(10_000)));
            sender.send(requested(running, Money.micros(10_000)));
            probe.await(BudgetEvent.Reserved.class, event -> event.swarm().equals(running));
            sender.send(completed(ended, Duration.ofMinutes(1)));
            probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(ended));

            assertThat(body("/ledger/audit")).contains("\"balanced\":true", "\"discrepancies\":[]");
            assertThat(body("/ledger/accounts"))
                    .contains("\"scope\":\"day:2026-11-20\",\"capMicros\":100000000,")
                    .contains("\"scope\":\"repository:acme/shop:2026-11-20\"")
                    .contains("\"scope\":\"day-approved:2026-11-20\",\"capMicros\":50000000,\"reservedMicros\":0,"
                            + "\"spentMicros\":0,\"overrunMicros\":0,\"leftMicros\":50000000,"
                            + "\"endsAt\":\"2026-11-21T00:00:00Z\"")
                    .contains("\"scope\":\"swarm:" + running + "\",\"capMicros\":50000000,\"reservedMicros\":10000,");
            assertThat(body("/ledger/forecasts"))
                    .contains("\"quoteMicros\":10000,\"typicalMicros\":null,\"spentMicros\":8000");
            assertThat(body("/ledger/limits")).contains("\"changes\":[");
            sender.send(completed(running, Duration.ofMinutes(1)));
            probe.await(BudgetEvent.Settled.class, event -> event.swarm().equals(running));
        }
    }

    private String body(String path) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get(path))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
