package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger tells of its caps. What is in use of a scope is the sum over its reservations: set aside counts until it is settled, what
 * was spent from then on; each event adds its part, so the order does not matter.
 */
final class BudgetFacts {

    private final JdbcClient jdbc;

    BudgetFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(BudgetEvent event, Instant at) {
        switch (event) {
            case BudgetEvent.Reserved reserved ->
                setAside(reserved.reservation(), reserved.amount(), reserved.scopes(), at);
            case BudgetEvent.Settled settled -> resolved(settled.reservation(), settled.spent(), at);
            case BudgetEvent.Released released -> resolved(released.reservation(), Money.ZERO, at);
            case BudgetEvent.CiBooked booked -> {
                setAside(booked.reservation(), booked.cost(), booked.scopes(), at);
                resolved(booked.reservation(), booked.cost(), at);
            }
            case BudgetEvent.Alerted alerted -> alerted(alerted, at);
            case BudgetEvent.LimitChanged changed -> changed(changed, at);
            case BudgetEvent.ProviderLost lost ->
                provider(lost.provider(), new Word(true, lost.since(), lost.reason()), at);
            case BudgetEvent.ProviderBack back -> provider(back.provider(), new Word(false, back.since(), ""), at);
            case BudgetEvent.RateTripped tripped -> tripped(tripped, at);
            case BudgetEvent.LimitRefused refused -> {}
            case BudgetEvent.Denied denied -> {}
        }
    }

    private void setAside(ReservationId reservation, Money amount, List<String> scopes, Instant at) {
        mention(reservation);
        int first = jdbc.sql("""
                update reservation set scopes = :scopes, amount_micros = :amount, reserved_at = :at
                where id = :id and reserved_at is null
                """)
                .param("id", reservation.value())
                .param("scopes", scopes.toArray(String[]::new))
                .param("amount", amount.micros())
                .param("at", Timestamp.from(at))
                .update();
        if (first > 0) {
            use(reservation, "coalesce(spent_micros, amount_micros)");
        }
    }

    private void resolved(ReservationId reservation, Money spent, Instant at) {
        mention(reservation);
        int first = jdbc.sql("update reservation set spent_micros = :spent, settled_at = :at"
                        + " where id = :id and settled_at is null")
                .param("id", reservation.value())
                .param("spent", spent.micros())
                .param("at", Timestamp.from(at))
                .update();
        if (first > 0) {
            use(reservation, "spent_micros - amount_micros");
        }
    }

    private void mention(ReservationId reservation) {
        jdbc.sql("insert into reservation (id) values (:id) on conflict (id) do nothing")
                .param("id", reservation.value())
                .update();
    }

    /** In the order of the names, so that two who do this at once cannot wait for each other. */
    private void use(ReservationId reservation, String amount) {
        jdbc.sql("""
                insert into budget_scope (scope, used_micros, latest_at)
                select s.scope, sum(%s), min(reserved_at) from reservation, unnest(scopes) as s(scope)
                where id = :id and reserved_at is not null group by s.scope order by s.scope
                on conflict (scope) do update set used_micros = budget_scope.used_micros + excluded.used_micros,
                    latest_at = greatest(budget_scope.latest_at, excluded.latest_at)
                """.formatted(amount)).param("id", reservation.value()).update();
    }

    private void alerted(BudgetEvent.Alerted alerted, Instant at) {
        jdbc.sql("""
                insert into budget_alert (scope, percent, used_micros, limit_micros, until, told_at)
                values (:scope, :percent, :used, :limit, :until, :at)
                on conflict (scope, percent) do update set used_micros = excluded.used_micros,
                    limit_micros = excluded.limit_micros, until = excluded.until, told_at = excluded.told_at
                    where budget_alert.told_at < excluded.told_at
                """)
                .param("scope", alerted.scope())
                .param("percent", alerted.percent())
                .param("used", alerted.used().micros())
                .param("limit", alerted.limit().micros())
                .param("until", Timestamp.from(alerted.until()))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                insert into budget_scope (scope, cap_micros, cap_at, until, latest_at) values (:scope, :limit, :at, :until, :at)
                on conflict (scope) do update set cap_micros = excluded.cap_micros, cap_at = excluded.cap_at,
                    until = excluded.until, latest_at = greatest(budget_scope.latest_at, excluded.latest_at)
                    where budget_scope.cap_at is null or budget_scope.cap_at <= excluded.cap_at
                """)
                .param("scope", alerted.scope())
                .param("limit", alerted.limit().micros())
                .param("until", Timestamp.from(alerted.until()))
                .param("at", Timestamp.from(at))
                .update();
    }

    private void changed(BudgetEvent.LimitChanged changed, Instant at) {
        jdbc.sql("""
                insert into budget_limit (name, micros, changed_at) values (:name, :now, :at)
                on conflict (name) do update set micros = excluded.micros, changed_at = excluded.changed_at
                    where budget_limit.changed_at <= excluded.changed_at
                """)
                .param("name", changed.limit())
                .param("now", changed.now().micros())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void provider(String name, Word word, Instant at) {
        jdbc.sql("""
                insert into provider (name, lost, since, reason, told_at) values (:name, :lost, :since, :reason, :at)
                on conflict (name) do update set lost = excluded.lost, since = excluded.since, reason = excluded.reason,
                    told_at = excluded.told_at
                    where (provider.told_at, provider.lost) <= (excluded.told_at, excluded.lost)
                """)
                .param("name", name)
                .param("lost", word.lost())
                .param("since", Timestamp.from(word.since()))
                .param("reason", word.reason())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void tripped(BudgetEvent.RateTripped tripped, Instant at) {
        jdbc.sql("""
                update swarm set tripped_at = :at, tripped_spent_micros = :spent, tripped_usual_micros = :usual,
                    tripped_reason = :reason
                where id = :id and (tripped_at is null or tripped_at <= :at)
                """)
                .param("id", tripped.swarm().value())
                .param("spent", tripped.spent().micros())
                .param("usual", tripped.usual().micros())
                .param("reason", tripped.reason())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What is said of a provider. */
    private record Word(boolean lost, Instant since, String reason) {}
}
