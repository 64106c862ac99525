package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.lock.LockSession;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TestPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** HEAL-1, STATE-1: a name is held by one live process and says so at a steady pace. */
class InstanceIT {

    private final String schema = TestPostgres.freshSchema();

    /** STATE-1 */
    @Test
    void anInstanceTakesTheLowestFreeNumberAndFreesItAtItsEnd() throws SQLException {
        try (HikariDataSource pool = pool(schema)) {
            try (Instance first = Instance.claim("sample", pool);
                    Instance second = Instance.claim("sample", pool)) {
                assertThat(first.name()).isEqualTo("sample-1");
                assertThat(second.name()).isEqualTo("sample-2");
                first.close();
                try (Instance third = Instance.claim("sample", pool)) {
                    assertThat(third.name()).isEqualTo("sample-1");
                }
            }
        }
    }

    /** STATE-1: each service counts in its own schema. */
    @Test
    void instancesOfAnotherSchemaDoNotCount() throws SQLException {
        try (HikariDataSource here = pool(schema);
                HikariDataSource there = pool(TestPostgres.freshSchema());
                Instance one = Instance.claim("sample", here);
                Instance other = Instance.claim("sample", there)) {
            assertThat(one.name()).isEqualTo(other.name()).isEqualTo("sample-1");
        }
    }

    /** STATE-1: a killed process's session is ended by the database, as it is here. */
    @Test
    void theNumberOfAKilledInstanceIsFreeAtOnce() throws SQLException {
        try (HikariDataSource killed = pool(schema);
                HikariDataSource next = pool(schema);
                Instance first = Instance.claim("sample", killed)) {
            Locks.killHolders(JdbcClient.create(next), Locks.INSTANCE, 1);

            await().until(() ->
                    Locks.holders(JdbcClient.create(next), Locks.INSTANCE, 1).isEmpty());
            try (Instance second = Instance.claim("sample", next)) {
                assertThat(second.name()).isEqualTo(first.name());
            }
        }
    }

    /** A lock that outlived its holder in the pool would keep everybody else out for ever. STATE-1 */
    @Test
    void aLockNeverGoesBackToThePool() throws SQLException {
        try (HikariDataSource pool = pool(schema)) {
            pool.setMaximumPoolSize(2);
            LockSession session = LockSession.open(pool);
            assertThat(session.tryLock(Locks.RELAY, 0)).isTrue();

            session.close();

            assertThat(Locks.holders(JdbcClient.create(pool), Locks.RELAY, 0)).isEmpty();
        }
    }

    /** HEAL-1 */
    @Test
    void aServiceBeatsAtItsStartAndTakesItsNameAgainAfterTheDatabaseDroppedIt() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                RunningService service = beatingFast()) {
            probe.await(HealthEvent.Beat.class, beat -> beat.instance().equals("sample-1"));

            Locks.killHolders(service.jdbc(), Locks.INSTANCE, 1);

            await().until(() -> Locks.holders(service.jdbc(), Locks.INSTANCE, 1).size() == 1);
            assertThat(service.isRunning()).isTrue();
        }
    }

    /** STATE-1: two processes of one name would work on the same leases. */
    @Test
    void aServiceWhoseNameWasTakenByAnotherProcessEnds() throws SQLException {
        try (HikariDataSource other = pool(schema);
                RunningService service = beatingFast()) {
            await().until(() -> {
                Locks.killHolders(service.jdbc(), Locks.INSTANCE, 1);
                try (LockSession taker = LockSession.open(other)) {
                    if (taker.tryLock(Locks.INSTANCE, 1)) {
                        await().until(() -> !service.isRunning());
                        return true;
                    }
                    return false;
                }
            });
        }
    }

    private RunningService beatingFast() {
        return RunningService.with(Map.of("spring.datasource.url", schema, "wakeful.heartbeat", "50ms"));
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(3);
        return pool;
    }
}
