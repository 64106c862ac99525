package dev.wakeful.autodev.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.autodev.limit.Room;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.Provenance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** No more swarms are at work than may be, counted over all instances by their leases: LIM-1, LIM-2, MODE-1…4 */
@AutoDevTest
@TestPropertySource(
        properties = {
            // hears only what is said from now on: swarms that other tests asked for would take places
            "wakeful.consumer-group=limits",
            "spring.kafka.consumer.auto-offset-reset=latest"
        })
class LimitsIT {

    @TempDir
    Path sources;

    @Autowired
    private Claims claims;

    @Autowired
    private Room room;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicInteger numbers = new AtomicInteger();

    private final Outside outside = new Outside();

    @BeforeEach
    void nobodyIsAtWork() {
        jdbc.sql("delete from lease").update();
        jdbc.sql("delete from agent_at_work").update();
        jdbc.sql("update stance set swarms = 20, agents = 50, claimed_at = null")
                .update();
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** LIM-1: exactly twenty, whoever asks at the same time; also of swarms that go on after a restart. */
    @Test
    void manyClaimsAtTheSameTimeAreNoMoreThanTheHardLimit() {
        assertThat(claimedOf(60, Instant.now())).hasSize(20);
    }

    /** LIM-2: five at once, and then one by one. */
    @Test
    void aboveTheSoftLimitSwarmsAreLetInOneByOne() {
        assertThat(claimedOf(40, null)).hasSize(6);

        jdbc.sql("update stance set claimed_at = claimed_at - interval '10 seconds'")
                .update();
        assertThat(claimedOf(40, null)).hasSize(1);
    }

    /** LIM-1: every agent counts, also those of a race; exactly fifty over all instances, whoever asks at the same time. */
    @Test
    void agentsThatRaceAreNoMoreThanTheHardLimit() {
        assertThat(agentsLetIn(4, 20)).isEqualTo(50);
    }

    /** MODE-4, LIM-2: the mode's number counts agents, and above the soft limit they are let in one by one. */
    @Test
    void agentsKeepToTheModeAndToTheSoftLimit() {
        jdbc.sql("update stance set agents = 9").update();
        assertThat(agentsLetIn(4, 5)).isEqualTo(9);

        nobodyIsAtWork();
        assertThat(agentsLetIn(4, 10, Instant.now())).isEqualTo(31);
    }

    /** LIM-1: agents of a swarm count against the next swarm, and no more when they have ended or somebody else takes their swarm up. */
    @Test
    void agentsOfARaceTakeTheRoomOfSwarms() {
        jdbc.sql("update stance set agents = 5").update();
        Swarm racing = swarm(null);
        assertThat(claims.take(racing)).isPresent();
        letIn(racing, 4);

        assertThat(claimedOf(3, null)).hasSize(1);
        assertThat(letIn(racing, 1)).isZero();
        transactions.executeWithoutResult(
                status -> room.agentLeft(racing.request().swarm(), 2));
        assertThat(claimedOf(3, null)).hasSize(1);

        assertThat(claims.take(racing)).isPresent();
        assertThat(claimedOf(5, null)).hasSize(2);
    }

    private int agentsLetIn(int swarms, int each) {
        return agentsLetIn(swarms, each, null);
    }

    private int agentsLetIn(int swarms, int each, @Nullable Instant slowly) {
        List<Swarm> racing =
                IntStream.range(0, swarms).mapToObj(n -> swarm(null)).toList();
        racing.forEach(swarm -> assertThat(claims.take(swarm)).isPresent());
        AtomicInteger letIn = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, each)
                    .forEach(n -> racing.forEach(swarm -> threads.execute(() -> {
                        if (slowly == null) {
                            jdbc.sql("update stance set claimed_at = null").update();
                        }
                        if (letOneIn(swarm, n + 1)) {
                            letIn.incrementAndGet();
                        }
                    })));
        }
        return letIn.get();
    }

    private int letIn(Swarm swarm, int agents) {
        return (int) IntStream.range(0, agents)
                .filter(n -> letOneIn(swarm, numbers.incrementAndGet()))
                .count();
    }

    private boolean letOneIn(Swarm swarm, int n) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> room.letAgentIn(swarm.request().swarm(), n)));
    }

    /** MODE-2: what runs goes on; new swarms keep to the mode. */
    @Test
    void aModeAllowsLessAndLetsFinishWhatRuns() {
        jdbc.sql("update stance set swarms = 3, agents = 5").update();

        assertThat(claimedOf(10, null)).hasSize(3);
        assertThat(claimedOf(4, Instant.now())).hasSize(4);
    }

    /** LIM-1: leases of other instances count; a swarm that found no room goes on when there is. */
    @Test
    void aSwarmWaitsForRoomAndThenDoesItsWork() {
        atWorkElsewhere(20);
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        Revision base = repository.commit("Sell more", "a.txt", "broken");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, good);

        untilHeard(ModeEvent.Mode.MAINTENANCE, 20, 50);
        outside.order(request);
        await().until(() -> jdbc.sql("""
                        select count(*) from scheduled_tasks
                        where task_name = 'swarm' and task_instance = :id and not picked and execution_time > now()
                        """)
                        .param("id", request.swarm().value())
                        .query(Integer.class)
                        .single()
                == 1);
        int before = outside.heard(SwarmEvent.class, request).size();
        jdbc.sql("delete from lease where holder = 'elsewhere'").update();
        outside.completed(request);

        assertThat(before).isZero();
    }

    @Test
    void theStanceIsHeard() {
        untilHeard(ModeEvent.Mode.NIGHT, 3, 5);
        assertThat(claimedOf(10, null)).hasSize(3);
    }

    /** Said again until it is: the service may still be about to listen. */
    private void untilHeard(ModeEvent.Mode mode, int swarms, int agents) {
        await().until(() -> {
            outside.sender.send(new ModeEvent.Changed(
                    mode,
                    "now",
                    null,
                    new ModeEvent.Stance(Duration.ofMinutes(3), Duration.ofSeconds(30), swarms, agents, true),
                    null));
            return jdbc.sql("select mode from stance")
                    .query(String.class)
                    .single()
                    .equals(mode.name());
        });
    }

    private void atWorkElsewhere(int swarms) {
        IntStream.range(0, swarms).forEach(n -> jdbc.sql("""
                        insert into lease (name, holder, token, expires_at)
                        values ('swarm elsewhere-' || :n, 'elsewhere', 1, now() + interval '1 hour')
                        """).param("n", n).update());
    }

    private Queue<Claim> claimedOf(int swarms, @Nullable Instant startedAt) {
        Queue<Claim> claimed = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, swarms)
                    .forEach(n ->
                            threads.execute(() -> claims.take(swarm(startedAt)).ifPresent(claimed::add)));
        }
        return claimed;
    }

    private Swarm swarm(@Nullable Instant startedAt) {
        Instant now = Instant.now();
        SwarmRequested request = Requests.requested(
                new dev.wakeful.events.WatchedRepository(
                        new dev.wakeful.events.RepositoryName("acme/shop"), "/nowhere", "main", "true", null),
                new Revision("b".repeat(40)),
                null);
        return new Swarm(
                request,
                new Step.Reproduce(),
                new Provenance(LineageId.make(now), null),
                1,
                null,
                now,
                startedAt,
                null);
    }
}
