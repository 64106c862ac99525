package dev.wakeful.budget.limit;

import dev.wakeful.budget.mode.ModeTable;
import dev.wakeful.budget.mode.ModeWord;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import dev.wakeful.service.Provenance;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people have set, and the record of who asked for what. */
final class LimitTable {

    private final JdbcClient jdbc;

    LimitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy with what people have set, and with the newest word on the mode; in one round trip, as each reservation reads it. */
    Caps over(Caps policy) {
        Map<String, Money> set = new HashMap<>();
        Optional<ModeWord> word = jdbc.sql("""
                select name, micros, mode, said_at, until, maintenance_from, maintenance_to from mode_word left join cap on true
                """)
                .query((row, number) -> {
                    String name = row.getString("name");
                    if (name != null) {
                        set.put(name, Money.micros(row.getLong("micros")));
                    }
                    return ModeTable.read(row);
                })
                .list()
                .getFirst();
        Caps caps = policy.with(set);
        return word.map(caps::in).orElse(caps);
    }

    /** Waits for every transaction that has read the caps, and lets no other read them before this one ends. */
    void lock() {
        jdbc.sql("lock table cap in access exclusive mode").update();
    }

    void set(CapName name, Money amount) {
        jdbc.sql("""
                insert into cap (name, micros) values (:name, :micros)
                on conflict (name) do update set micros = excluded.micros
                """)
                .param("name", name.toString())
                .param("micros", amount.micros())
                .update();
    }

    void record(ControlEvent.LimitSet wanted, Optional<Money> before, Optional<String> refusal, Instant now) {
        Provenance provenance = Provenance.current(now);
        jdbc.sql("""
                insert into cap_change (name, wanted_micros, before_micros, refusal, person, reason, lineage, cause, at)
                values (:name, :wanted, :before, :refusal, :person, :reason, :lineage, :cause, :at)
                """)
                .param("name", wanted.limit())
                .param("wanted", wanted.amount().micros())
                .param("before", before.map(Money::micros).orElse(null))
                .param("refusal", refusal.orElse(null))
                .param("person", wanted.by())
                .param("reason", wanted.reason())
                .param("lineage", provenance.lineage().value())
                .param(
                        "cause",
                        provenance.cause() == null ? null : provenance.cause().value())
                .param("at", Timestamp.from(now))
                .update();
    }

    List<CapChange> changes(int most) {
        return jdbc.sql("""
                select name, wanted_micros, before_micros, refusal, person, reason, at
                from cap_change order by id desc limit :most
                """)
                .param("most", most)
                .query((row, number) -> new CapChange(
                        row.getString("name"),
                        row.getLong("wanted_micros"),
                        (Long) row.getObject("before_micros"),
                        row.getString("refusal"),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
