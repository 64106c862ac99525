package dev.wakeful.service.lease;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out leases with growing fencing tokens. A lease can be taken when it is free, when it has expired, or when its holder has the
 * taker's own name: an instance name is held by one live process only, so the earlier holder of that name is dead.
 */
public final class Leases {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lease with a new token, or nothing while another holder's lease runs. */
    public Optional<Lease> take(String name, String holder, Duration term) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into lease (name, holder, token, expires_at) values (:name, :holder, 1, :expiresAt)
                on conflict (name) do update
                    set holder = excluded.holder, token = lease.token + 1, expires_at = excluded.expires_at
                    where lease.holder = excluded.holder or lease.expires_at <= :now
                returning token
                """)
                .param("name", name)
                .param("holder", holder)
                .param("expiresAt", Timestamp.from(now.plus(term)))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(token -> new Lease(name, holder, token));
    }

    /**
     * Extends the lease. Called inside a transaction it also locks the lease, so that nobody takes it before the commit.
     *
     * @throws LeaseLost when somebody else took it
     */
    public void renew(Lease lease, Duration term) {
        int held = jdbc.sql("update lease set expires_at = :expiresAt where name = :name and token = :token")
                .param("expiresAt", Timestamp.from(clock.instant().plus(term)))
                .param("name", lease.name())
                .param("token", lease.token())
                .update();
        if (held == 0) {
            throw new LeaseLost(lease);
        }
    }

    /** Gives the lease back at once; its token stays used. Losing it earlier is no error. */
    public void giveBack(Lease lease) {
        jdbc.sql("update lease set expires_at = :now where name = :name and token = :token")
                .param("now", Timestamp.from(clock.instant()))
                .param("name", lease.name())
                .param("token", lease.token())
                .update();
    }
}
