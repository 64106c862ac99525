package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.EventId;
import dev.wakeful.service.lease.Lease;
import dev.wakeful.service.lease.LeaseLost;
import dev.wakeful.service.lease.Leases;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DEV-10, STATE-1: one holder at a time, and whoever lost a lease cannot complete under it. */
@SampleServiceTest
class LeasesIT {

    private static final Duration TERM = Duration.ofSeconds(30);

    @Autowired
    private JdbcClient jdbc;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-20T08:15:30Z"));
    private final String name = "swarm:" + EventId.make(Instant.now());

    @Autowired
    private Leases leases;

    @BeforeEach
    void useTheDatabase() {
        leases = new Leases(jdbc, clock);
    }

    /** DEV-10 */
    @Test
    void aLeaseThatRunsIsNotGivenToAnotherHolder() {
        assertThat(leases.take(name, "auto-dev-1", TERM)).contains(new Lease(name, "auto-dev-1", 1));

        clock.tick(TERM.minusMillis(1));

        assertThat(leases.take(name, "auto-dev-2", TERM)).isEmpty();
    }

    /** DEV-10, STATE-1 */
    @Test
    void anExpiredLeaseIsTakenWithAHigherTokenAndItsEarlierHolderIsRefused() {
        Lease first = leases.take(name, "auto-dev-1", TERM).orElseThrow();
        clock.tick(TERM);

        Lease second = leases.take(name, "auto-dev-2", TERM).orElseThrow();

        assertThat(second.token()).isGreaterThan(first.token());
        assertThatThrownBy(() -> leases.renew(first, TERM))
                .isInstanceOf(LeaseLost.class)
                .hasMessageContaining(name);
        leases.renew(second, TERM);
    }

    /** DEV-10 */
    @Test
    void aRenewedLeaseRunsOn() {
        Lease lease = leases.take(name, "auto-dev-1", TERM).orElseThrow();
        clock.tick(TERM.minusSeconds(1));
        leases.renew(lease, TERM);
        clock.tick(TERM.minusSeconds(1));

        assertThat(leases.take(name, "auto-dev-2", TERM)).isEmpty();
    }

    /** STATE-1: the earlier process of this name is dead, so nobody waits for its lease. */
    @Test
    void aHolderOfTheSameNameTakesOverAtOnceAndFencesTheDead() {
        Lease ofTheDead = leases.take(name, "auto-dev-1", TERM).orElseThrow();

        Lease taken = leases.take(name, "auto-dev-1", TERM).orElseThrow();

        assertThat(taken.token()).isEqualTo(ofTheDead.token() + 1);
        assertThatThrownBy(() -> leases.renew(ofTheDead, TERM)).isInstanceOf(LeaseLost.class);
    }

    /** DEV-10 */
    @Test
    void aLeaseThatIsGivenBackIsFreeAtOnceAndItsTokenStaysUsed() {
        Lease lease = leases.take(name, "auto-dev-1", TERM).orElseThrow();
        leases.giveBack(lease);

        assertThat(leases.take(name, "auto-dev-2", TERM).orElseThrow().token()).isEqualTo(lease.token() + 1);
    }

    /** DEV-10 */
    @Test
    void givingBackALostLeaseDoesNotTakeItFromItsHolder() {
        Lease lost = leases.take(name, "auto-dev-1", TERM).orElseThrow();
        clock.tick(TERM);
        assertThat(leases.take(name, "auto-dev-2", TERM)).isPresent();

        leases.giveBack(lost);

        assertThat(leases.take(name, "auto-dev-3", TERM)).isEmpty();
    }

    /** DEV-10 */
    @Test
    void ofManyConcurrentTakersOneWins() {
        try (ExecutorService takers = Executors.newFixedThreadPool(6)) {
            var attempts = IntStream.range(0, 24)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> leases.take(name, "taker-" + n, TERM), takers))
                    .toList();

            assertThat(attempts.stream().map(CompletableFuture::join).flatMap(Optional::stream))
                    .hasSize(1);
        }
    }
}
