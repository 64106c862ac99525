package dev.wakeful.autodev.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/**
 * Where the policy requires a second agent's review, a change that none accepted is offered to a person with the exact reason, and stays as proven as
 * it is (VER-5, DEV-2).
 */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.strategies.order=revert-culprit,author",
            "wakeful.auto-dev.review.policy=required",
            "wakeful.auto-dev.review.reviewers=twin,critic",
            "wakeful.auto-dev.review.independence=model",
            "wakeful.auto-dev.agents.author.kind=scripted",
            "wakeful.auto-dev.agents.author.model=m-1",
            "wakeful.auto-dev.agents.author.command=sh ./author.sh {brief}",
            "wakeful.auto-dev.agents.twin.kind=scripted",
            "wakeful.auto-dev.agents.twin.model=m-1",
            "wakeful.auto-dev.agents.twin.command=sh ./twin.sh {brief}",
            "wakeful.auto-dev.agents.critic.kind=scripted",
            "wakeful.auto-dev.agents.critic.model=m-2",
            "wakeful.auto-dev.agents.critic.command=sh ./critic.sh {brief}",
        })
class RequiredReviewIT {

    private static final String SAYS = "echo '{\"event\":\"started\",\"session\":\"s-1\"}'\n";
    private static final String MENDS =
            SAYS + "echo fine > a.txt\necho '{\"event\":\"finished\",\"message\":\"mended\"}'\n";
    private static final String DIES = SAYS + "kill -9 $$\n";

    @TempDir
    Path sources;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void whatIsAcceptedIsOfferedWithoutADoubtAndTheReviewIsStillAClaim() {
        SwarmEvent.Completed completed = mendedByAnAgent(says("ACCEPT: of course"), says("ACCEPT: it is right"));

        assertThat(completed.suspicions()).isEmpty();
        assertThat(completed.claim())
                .isEqualTo("mended\ntwin has not reviewed it: it uses the model of whoever made the change, m-1.\n"
                        + "critic reviewed it and says: ACCEPT: it is right");
        assertThat(completed.evidence()).extracting(Evidence::grade).doesNotContain(Grade.CLAIMED);
    }

    @Test
    void anObjectionSendsTheProvenChangeToAPersonAndNobodyElseIsAsked() {
        SwarmEvent.Completed completed = reverted(says("OBJECT: it hides the cause"), says("ACCEPT: fine"));

        assertThat(completed.strategy()).isEqualTo("revert-culprit");
        assertThat(completed.suspicions()).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Suspicion.REVIEW_OBJECTS);
            assertThat(each.why()).contains("twin objects");
            assertThat(each.text()).isEqualTo("OBJECT: it hides the cause");
        });
        assertThat(completed.claim()).isEqualTo("twin reviewed it and says: OBJECT: it hides the cause");
    }

    @Test
    void whenTheFirstReviewerDiesTheNextOneIsAsked() {
        SwarmEvent.Completed completed = reverted(DIES, says("ACCEPT: fine"));

        assertThat(completed.suspicions()).isEmpty();
        assertThat(completed.claim())
                .startsWith("twin has not reviewed it: it died.")
                .endsWith("says: ACCEPT: fine");
    }

    @Test
    void whatNobodyCouldReviewGoesToAPersonWithEveryReason() {
        String broke = SAYS + "echo '{\"event\":\"finished\",\"reason\":\"money\",\"message\":\"402\"}'\n";

        SwarmEvent.Completed completed = reverted(broke, says("I have mixed feelings"));

        assertThat(completed.suspicions()).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Suspicion.NOT_REVIEWED);
            assertThat(each.why())
                    .isEqualTo("A second agent has to accept the change: twin was refused money: what the swarm may "
                            + "spend is used up; critic did not end with a line that begins with ACCEPT or OBJECT.");
        });
        assertThat(completed.evidence()).extracting(Evidence::grade).contains(Grade.GATED);
    }

    /** LIM-1: the change is proven, so it is offered; that its reviewer took all the time there was does not lose it. */
    @Test
    void aReviewThatOutlivesTheSwarmsTimeLosesNoProvenChange() {
        SwarmEvent.Completed completed = completed(reverting("sleep 60\n", "sleep 60\n"), Duration.ofSeconds(12));

        assertThat(completed.suspicions()).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Suspicion.NOT_REVIEWED);
            assertThat(each.why())
                    .contains("twin was not done when the swarm's time was over; critic was not done when");
        });
    }

    private static String says(String verdict) {
        return SAYS + "echo ruined > a.txt\necho '{\"event\":\"finished\",\"message\":\"" + verdict + "\"}'\n";
    }

    private SwarmEvent.Completed reverted(String twin, String critic) {
        return completed(reverting(twin, critic), Duration.ofMinutes(10));
    }

    private SampleRepository reverting(String twin, String critic) {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "a.txt", "fine");
        hire(repository, twin, critic);
        repository.commit("Sell more", "a.txt", "broken");
        return repository;
    }

    private SwarmEvent.Completed mendedByAnAgent(String twin, String critic) {
        SampleRepository repository = new SampleRepository(sources.resolve("broken"));
        repository.commit("Nothing was ever fine", "a.txt", "broken");
        repository.commit("Hire an author", "author.sh", MENDS);
        hire(repository, twin, critic);
        return completed(repository, Duration.ofMinutes(10));
    }

    private static void hire(SampleRepository repository, String twin, String critic) {
        repository.commit("Hire a twin", "twin.sh", twin);
        repository.commit("Hire a critic", "critic.sh", critic);
    }

    private SwarmEvent.Completed completed(SampleRepository repository, Duration limit) {
        Revision base = repository.head();
        SwarmRequested request =
                Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null, limit);
        outside.order(request);
        return outside.completed(request);
    }
}
