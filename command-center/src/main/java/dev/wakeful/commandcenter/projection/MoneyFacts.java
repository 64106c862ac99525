package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger tells of attempts, which it knows by swarms only and maybe before anyone says whose they are, and of CI minutes. */
final class MoneyFacts {

    private final JdbcClient jdbc;

    MoneyFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(BudgetEvent event, Instant at) {
        switch (event) {
            case BudgetEvent.OfSwarm ofSwarm -> take(ofSwarm, at);
            case BudgetEvent.CiBooked booked -> ci(booked, at);
            case BudgetEvent.Alerted alerted -> {}
            case BudgetEvent.LimitChanged changed -> {}
            case BudgetEvent.LimitRefused refused -> {}
            case BudgetEvent.ProviderLost lost -> {}
            case BudgetEvent.ProviderBack back -> {}
        }
    }

    private void ci(BudgetEvent.CiBooked booked, Instant at) {
        jdbc.sql("""
                insert into ci_run (build, repository, task, minutes, measured, micros, covered, booked_at)
                values (:build, :repository, :task, :minutes, :measured, :micros, :covered, :at)
                on conflict (build) do nothing
                """)
                .param("build", booked.build().value())
                .param("repository", booked.repository().value())
                .param("task", booked.task() == null ? null : booked.task().value())
                .param("minutes", booked.minutes())
                .param("measured", booked.measured())
                .param("micros", booked.cost().micros())
                .param("covered", booked.covered())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void take(BudgetEvent.OfSwarm event, Instant at) {
        mention(event, at);
        switch (event) {
            case BudgetEvent.Reserved reserved -> {
                book(event, "reserved_micros", reserved.amount());
                expected(reserved);
            }
            case BudgetEvent.Settled settled -> {
                book(event, "spent_micros", settled.spent());
                book(event, "released_micros", settled.released());
                settled(settled, at);
            }
            case BudgetEvent.Released released -> book(event, "released_micros", released.released());
            case BudgetEvent.Denied denied -> {}
            case BudgetEvent.RateTripped tripped -> {}
        }
    }

    private void expected(BudgetEvent.Reserved reserved) {
        BudgetEvent.Expected expected = reserved.expected();
        if (expected != null) {
            jdbc.sql("""
                    update swarm set typical_micros = :p50, expected90_micros = :p90, expected_time_ms = :time50,
                        expected90_time_ms = :time90, expected_basis = :basis
                    where id = :id
                    """)
                    .param("id", reserved.swarm().value())
                    .param("p50", expected.p50().micros())
                    .param("p90", expected.p90().micros())
                    .param("time50", expected.time50().toMillis())
                    .param("time90", expected.time90().toMillis())
                    .param("basis", expected.basis())
                    .update();
        }
    }

    private void settled(BudgetEvent.Settled settled, Instant at) {
        jdbc.sql("update swarm set settled_at = :at where id = :id")
                .param("id", settled.swarm().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void mention(BudgetEvent.OfSwarm event, Instant at) {
        jdbc.sql("""
                insert into swarm (id, updated_at) values (:id, :at)
                on conflict (id) do update set updated_at = greatest(swarm.updated_at, excluded.updated_at)
                """)
                .param("id", event.swarm().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void book(BudgetEvent.OfSwarm event, String column, Money amount) {
        jdbc.sql("update swarm set " + column + " = :amount where id = :id")
                .param("id", event.swarm().value())
                .param("amount", amount.micros())
                .update();
    }
}
