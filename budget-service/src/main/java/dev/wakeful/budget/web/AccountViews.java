package dev.wakeful.budget.web;

import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.limit.Cap;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.budget.terms.Scopes;
import dev.wakeful.events.RepositoryName;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The caps that count at one moment, and what is in use of each. */
@Repository
class AccountViews {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final LimitChanges limits;
    private final Scopes scopes;

    AccountViews(JdbcClient jdbc, LimitChanges limits, Scopes scopes) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.scopes = scopes;
    }

    /** Those that all swarms share, then the repositories that were used today, then the swarms that hold money. */
    List<AccountView> at(Instant now) {
        Caps caps = limits.current();
        List<Scope> all = Stream.of(
                        scopes.shared(caps, now).stream(),
                        repositories(now).stream().map(name -> scopes.repository(name, caps, now)),
                        swarms().stream().map(name -> new Scope(name, caps.of(Cap.SWARM), Scope.NEVER, Scope.NEVER)))
                .flatMap(some -> some)
                .toList();
        Map<String, AccountView> used = used(all);
        return all.stream()
                .map(scope -> used.getOrDefault(scope.name(), AccountView.of(scope, 0, 0, 0)))
                .toList();
    }

    private List<RepositoryName> repositories(Instant now) {
        return jdbc.sql("""
                select distinct repository from forecast where granted_at > :since or ended_at is null
                order by repository limit :most
                """)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(2))))
                .param("most", MOST)
                .query((row, number) -> new RepositoryName(row.getString(1)))
                .list();
    }

    private List<String> swarms() {
        return jdbc.sql("""
                select 'swarm:' || holder from reservation where state = 'PENDING' and parent is null
                order by opened_at limit :most
                """).param("most", MOST).query(String.class).list();
    }

    private Map<String, AccountView> used(List<Scope> all) {
        Map<String, Scope> byName = new HashMap<>();
        all.forEach(scope -> byName.put(scope.name(), scope));
        Map<String, AccountView> views = new HashMap<>();
        jdbc.sql("""
                select scope, reserved_micros, spent_micros, overrun_micros from account where scope = any(:scopes)
                """).param("scopes", byName.keySet().toArray(String[]::new)).query(row -> {
            String name = row.getString(1);
            Scope scope = byName.get(name);
            if (scope != null) {
                views.put(name, AccountView.of(scope, row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        });
        return views;
    }
}
