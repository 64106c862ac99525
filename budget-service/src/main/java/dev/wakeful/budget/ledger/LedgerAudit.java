package dev.wakeful.budget.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves the ledger from its own records: the journal sums up to the balances of every account, and every reservation holds exactly what
 * its state says. One consistent snapshot; no locks.
 */
@Component
public final class LedgerAudit {

    private final JdbcClient jdbc;

    public LedgerAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What does not add up, one sentence each; empty when the ledger is sound. */
    public List<String> discrepancies() {
        return jdbc.sql("""
                with booked as (
                    select reservation, sum(reserved_micros) as reserved, sum(spent_micros) as spent,
                        sum(overrun_micros) as overrun
                    from journal group by reservation),
                total as (
                    select scope, sum(reserved) as reserved, sum(spent) as spent, sum(overrun) as overrun
                    from booked join reservation on id = reservation, unnest(scopes) as scope group by scope),
                held as (
                    select id, state, spent_micros, overrun_micros,
                        case when state = 'PENDING' then amount_micros else 0 end as reserved_micros
                    from reservation)
                select format('Account %s has %s/%s/%s, its journal says %s/%s/%s', scope,
                    coalesce(reserved_micros, 0), coalesce(spent_micros, 0), coalesce(overrun_micros, 0),
                    coalesce(reserved, 0), coalesce(spent, 0), coalesce(overrun, 0))
                from account full join total using (scope)
                where (coalesce(reserved_micros, 0), coalesce(spent_micros, 0), coalesce(overrun_micros, 0))
                    <> (coalesce(reserved, 0), coalesce(spent, 0), coalesce(overrun, 0))
                union all
                select format('Reservation %s is %s with %s/%s/%s, its journal says %s/%s/%s', id, state,
                    reserved_micros, spent_micros, overrun_micros,
                    coalesce(reserved, 0), coalesce(spent, 0), coalesce(overrun, 0))
                from held left join booked on booked.reservation = held.id
                where (reserved_micros, spent_micros, overrun_micros)
                    <> (coalesce(reserved, 0), coalesce(spent, 0), coalesce(overrun, 0))
                union all
                select format('The journal has entries of %s, which is no reservation', reservation)
                from booked left join reservation known on known.id = reservation where known.id is null
                union all
                select format('The calls of %s hold or have spent %s, more than the %s set aside for it', scope,
                    account.reserved_micros + account.spent_micros, amount_micros)
                from reservation join account on scope = 'calls:' || holder
                where account.reserved_micros + account.spent_micros > amount_micros
                """).query(String.class).list();
    }
}
