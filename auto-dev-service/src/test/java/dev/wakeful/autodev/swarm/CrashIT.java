package dev.wakeful.autodev.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.lease.Lease;
import dev.wakeful.service.outbox.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens when a swarm's work breaks off right after any of its commits (STATE-1). */
@AutoDevTest
@Import(CrashIT.Trouble.class)
@TestPropertySource(properties = "wakeful.auto-dev.limits.soft-swarms=20")
class CrashIT {

    /** More than the commits of a whole swarm. */
    private static final int MOST = 43;

    @TempDir
    Path sources;

    @Autowired
    private TroubledClaims claims;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();

    /** Bears no annotation that a component scan would find. */
    static class Trouble {

        @Bean
        @Primary
        TroubledClaims troubledClaims(
                Swarms swarms,
                Claims.Leasing leasing,
                Outbox outbox,
                PlatformTransactionManager transactions,
                Stopping stopping,
                Clock clock,
                JdbcClient jdbc) {
            return new TroubledClaims(swarms, leasing, outbox, transactions, stopping, clock, jdbc);
        }
    }

    /** Ends the work on a swarm after its n-th commit, as a killed process would: nothing after it happens. */
    static class TroubledClaims extends Claims {

        private final Map<String, Trap> traps = new ConcurrentHashMap<>();
        private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
        private final JdbcClient jdbc;

        TroubledClaims(
                Swarms swarms,
                Leasing leasing,
                Outbox outbox,
                PlatformTransactionManager transactions,
                Stopping stopping,
                Clock clock,
                JdbcClient jdbc) {
            super(swarms, leasing, outbox, transactions, stopping, clock);
            this.jdbc = jdbc;
        }

        void after(int commits, SwarmRequested request, Runnable happens) {
            traps.put("swarm " + request.swarm(), new Trap(new AtomicInteger(commits), happens));
        }

        boolean brokeOffAProcess(SwarmRequested request) {
            return inFlight.contains("swarm " + request.swarm());
        }

        private record Trap(AtomicInteger commitsLeft, Runnable happens) {}

        @Override
        void commit(Lease lease, Runnable change) {
            super.commit(lease, change);
            Trap trap = traps.get(lease.name());
            if (trap != null && trap.commitsLeft().decrementAndGet() == 0) {
                int running = jdbc.sql(
                                "select count(*) from swarm_process where 'swarm ' || swarm = :name and ended_at is null")
                        .param("name", lease.name())
                        .query(Integer.class)
                        .single();
                if (running > 0) {
                    inFlight.add(lease.name());
                }
                trap.happens().run();
            }
        }
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void whereverItBreaksOffItGoesOnAndNoFinishedCheckRunsAgain() {
        List<Ordered> all = IntStream.rangeClosed(1, MOST).mapToObj(this::order).toList();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> all.stream()
                        .noneMatch(each -> outside.heard(SwarmEvent.Completed.class, each.request())
                                .isEmpty()));

        for (Ordered each : all) {
            SwarmEvent.Completed completed = outside.completed(each.request());

            assertThat(completed.strategy()).isEqualTo("revert-culprit");
            assertThat(outside.heard(SwarmEvent.Started.class, each.request())).hasSize(1);
            assertThat(outside.heard(SwarmEvent.Completed.class, each.request()))
                    .hasSize(1);
            List<Revision> checked = each.repository().checked();
            // the failing revision was red again
            int again = checked.size() - new HashSet<>(checked).size() - 1;
            assertThat(again).isBetween(0, claims.brokeOffAProcess(each.request()) ? 1 : 0);
            assertThat(completed.evidence().stream().filter(seen -> seen.step() == null))
                    .hasSize(new HashSet<>(checked).size() + 1);
            assertThat(completed.evidence().stream().filter(seen -> seen.step() != null))
                    .extracting(seen -> seen.step() + " " + seen.role() + " " + seen.verdict())
                    .containsExactlyInAnyOrder(
                            "build HEAD GREEN",
                            "tests HEAD GREEN",
                            "performance HEAD GREEN",
                            "security BASE GREEN",
                            "security HEAD GREEN");
            List<String> steps = each.repository().lines("steps");
            assertThat(steps.size() - (4 + 12)).isBetween(0, claims.brokeOffAProcess(each.request()) ? 1 : 0);
        }
        assertThat(all).anyMatch(each -> claims.brokeOffAProcess(each.request()));
    }

    private Ordered order(int commits) {
        Ordered ordered = prepared("shop-" + commits);
        claims.after(commits, ordered.request(), () -> {
            throw new AssertionError("killed after commit " + commits);
        });
        outside.order(ordered.request());
        return ordered;
    }

    private record Ordered(SampleRepository repository, SwarmRequested request) {}

    private Ordered prepared(String name) {
        SampleRepository repository = new SampleRepository(sources.resolve(name));
        repository.commit("Say how it is verified", ".wakeful.yaml", pipeline(repository.file("steps")));
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        repository.commit("Sell more", "a.txt", "broken");
        Revision base = repository.commit("Hang a lamp", "d.txt", "fine");
        return new Ordered(
                repository, Requests.requested(repository.watched(SampleRepository.CHECK, null), base, good));
    }

    /** Every command of every step leaves a line: build, tests, security twice, and six rounds of two measured runs. */
    private static String pipeline(Path trace) {
        return """
                steps:
                  build: echo build >> %1$s
                  tests:
                    run: echo tests >> %1$s; echo '<testsuite><testcase name="a"/></testsuite>' > TEST-a.xml
                    reports: {junit: TEST-*.xml}
                  performance: {run: 'echo performance >> %1$s; ! grep -q broken a.txt || sleep 0.1', rounds: 6, noise: 50%%}
                  security:
                    run: 'echo security >> %1$s; echo "{\\"runs\\": []}" > found.sarif'
                    reports: {sarif: found.sarif}
                """.formatted(trace);
    }

    @Test
    void whoeverLostTheLeaseCompletesNothing() {
        Ordered ordered = prepared("stolen");
        SwarmRequested request = ordered.request();
        claims.after(6, request, () -> steal(request));

        outside.order(request);

        await().atMost(Duration.ofMinutes(1)).until(() -> holderOf(request).contains("stolen"));
        int said = outside.heard(SwarmEvent.class, request).size();
        await().during(Duration.ofSeconds(2))
                .until(() -> outside.heard(SwarmEvent.Completed.class, request).isEmpty());
        assertThat(outside.heard(SwarmEvent.class, request)).hasSizeLessThanOrEqualTo(said + 1);

        jdbc.sql("update lease set expires_at = now() where name = :name")
                .param("name", "swarm " + request.swarm())
                .update();
        outside.completed(request);
        assertThat(outside.heard(SwarmEvent.Completed.class, request)).hasSize(1);
    }

    private void steal(SwarmRequested request) {
        jdbc.sql("""
                update lease set holder = 'stolen', token = token + 1, expires_at = now() + interval '1 hour'
                where name = :name
                """).param("name", "swarm " + request.swarm()).update();
    }

    private String holderOf(SwarmRequested request) {
        return jdbc.sql("select holder from lease where name = :name")
                .param("name", "swarm " + request.swarm())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
