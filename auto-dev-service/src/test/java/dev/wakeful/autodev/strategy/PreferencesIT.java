package dev.wakeful.autodev.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.Intake;
import dev.wakeful.autodev.workspace.Checkout;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.WatchedRepository;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** LEARN-1, DEV-2: agents are tried in the order of what they achieved, unless somebody says otherwise. */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.strategies.order=revert-culprit,agents",
            "wakeful.auto-dev.agents.first.kind=command",
            "wakeful.auto-dev.agents.first.command=true",
            "wakeful.auto-dev.agents.second.kind=command",
            "wakeful.auto-dev.agents.second.command=true",
            "wakeful.auto-dev.agents.third.kind=command",
            "wakeful.auto-dev.agents.third.command=true"
        })
class PreferencesIT {

    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofMinutes(3);

    @Autowired
    private Preferences preferences;

    @Autowired
    private Intake intake;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from trial").update();
    }

    @Test
    void whileNothingIsKnownTheSettingsDecide() {
        assertThat(order("acme/new", List.of())).containsExactly("revert-culprit", "first", "second", "third");
    }

    @Test
    void theOneThatNeedsTheLeastTimeForASuccessIsFirst() {
        ran("acme/shop", "first", QUICK, false, false, false, true);
        ran("acme/shop", "second", SLOW, true, true, true, true);
        ran("acme/shop", "third", QUICK, true, true, true, false);

        assertThat(order("acme/shop", List.of()))
                .as("1 min at 4 of 6, 1 min at 2 of 6, 3 min at 5 of 6 are 1.5, 3 and 3.6 min for one success")
                .containsExactly("revert-culprit", "third", "first", "second");
    }

    @Test
    void fewRunsSayNothing() {
        ran("acme/shop", "first", QUICK, true, true, true);
        ran("acme/shop", "third", SLOW, false, false);

        assertThat(order("acme/shop", List.of()))
                .as("one that is not known yet is tried before one that is")
                .containsExactly("revert-culprit", "second", "third", "first");
    }

    @Test
    void whatHappenedHereCountsBeforeWhatHappenedElsewhere() {
        ran("acme/other", "first", QUICK, true, true, true);
        ran("acme/other", "second", QUICK, true, false, false);
        ran("acme/other", "third", QUICK, false, false, false);
        ran("acme/shop", "first", SLOW, false, false, false);

        assertThat(order("acme/shop", List.of())).containsExactly("revert-culprit", "second", "third", "first");
        assertThat(order("acme/new", List.of()))
                .as("with nothing from here, what is known from everywhere: 2 min at 4 of 8 for the first")
                .containsExactly("revert-culprit", "second", "first", "third");
    }

    @Test
    void aRepositoryThatSaysItsOrderHasIt() {
        ran("acme/shop", "first", QUICK, true, true, true);

        assertThat(order("acme/shop", List.of(List.of("third", "first"), List.of("not-here"), List.of("second"))))
                .containsExactly("first against third", "second");
    }

    private List<String> order(String repository, List<List<String>> own) {
        Pipeline pipeline = new Pipeline(Pipeline.Origin.CONFIGURED, List.of(), null, own, Checkout.WHOLE, true, null);
        return preferences.of(request(repository), pipeline).stream()
                .map(Heat::toString)
                .toList();
    }

    private void ran(String repository, String strategy, Duration took, boolean... proven) {
        Instant began = Instant.parse("2026-03-01T00:00:00Z");
        for (boolean green : proven) {
            SwarmRequested request = request(repository);
            transactions.executeWithoutResult(status -> intake.requested(request));
            jdbc.sql("""
                    insert into trial (swarm, strategy, repository, kind, begun_at, ended_at, attempted, green)
                    values (:swarm, :strategy, :repository, :kind, :began, :ended, '{}', :green)
                    """)
                    .param("swarm", request.swarm().value())
                    .param("strategy", strategy)
                    .param("repository", repository)
                    .param("kind", request.expected().kind().name())
                    .param("began", Timestamp.from(began))
                    .param("ended", Timestamp.from(began.plus(took)))
                    .param("green", green)
                    .update();
        }
    }

    private static SwarmRequested request(String repository) {
        WatchedRepository watched =
                new WatchedRepository(new RepositoryName(repository), "/nowhere", "main", "./check", null);
        return Requests.requested(watched, new Revision("a".repeat(40)), null);
    }
}
